#include <algorithm>
#include <map>

#include "base/items.hpp"
#include "codec/review.hpp"
#include "codec/rules_calendar.hpp"
#include "codec/rules_file_names.hpp"

namespace werktdoord {

namespace {

constexpr int days_ahead = 8 * 7;
constexpr std::size_t days_told = 8;  // one weekday in eight weeks

// What a gap comes from, told where it stands, with all of its days.
struct Cause {
    std::string where;
    std::string why;
    friend bool operator==(const Cause&, const Cause&) = default;
};

std::size_t absence_of(const Roster& roster, const MemberKey& member, LocalDay day) {
    const auto found = std::find_if(
        roster.absent.begin(), roster.absent.end(),
        [&](const MemberAbsence& one) { return one.who == member && one.when.covers(day); });
    return static_cast<std::size_t>(found - roster.absent.begin());
}

// A day without a name in the week is a gap even where a stand-in is there.
std::string falls_to(const Roster& roster, LocalDay day) {
    const MemberKey member = on_duty_on(roster, day);
    const bool stands_in = has(roster.stand_in, member);
    if (!roster.is_absent(member, day))
        return "it falls to " + member.text() +
               (stands_in ? ", who stands in" : ", the coordinator");
    return "it falls to " + member.text() + ", the coordinator, who is absent too";
}

Cause cause_of(const Review& review, LocalDay day) {
    const Roster& roster = review.rules.roster;
    const auto override = roster.overrides.find(day);
    const std::size_t weekday = std::chrono::weekday(day).iso_encoding() - 1U;
    const std::string end = "; " + falls_to(roster, day);
    if (override != roster.overrides.end()) {
        const std::size_t index =
            review.at.index_of(rules_file::roster, {"overrides"}, to_string(day), "date");
        return {review.at.where(rules_file::roster, {"overrides", index, "on_duty"}),
                "the override names " + override->second.text() +
                    ", who is absent, and nobody who stands in is there" + end};
    }
    const auto& entry = roster.week.at(weekday);
    if (!entry)
        return {review.at.where_key(rules_file::roster, {"week"}),
                "\"week\" names nobody for " + std::string(weekday_names[weekday]) + end};
    const std::size_t absence = absence_of(roster, *entry, day);
    return {review.at.where(rules_file::roster, {"absent", absence}),
            entry->text() + " is absent and nobody who stands in is there" + end};
}

// Days that follow each other, but for those nobody works, as one.
std::vector<std::string> runs_of(const std::vector<LocalDay>& days, const WorkCalendar& calendar) {
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < days.size();) {
        const LocalDay first = days[i++];
        LocalDay last = first;
        while (i < days.size() && calendar.next_working_day(last) == days[i]) last = days[i++];
        runs.push_back(in_words(first, last));
    }
    return runs;
}

void review_gaps(const Review& review) {
    const WorkCalendar& calendar = review.rules.calendar;
    std::vector<std::pair<Cause, std::vector<LocalDay>>> gaps;  // in the order of their first day
    for (const LocalDay day :
         roster_gaps(review.rules.roster, calendar, review.today, days_ahead)) {
        const Cause cause = cause_of(review, day);
        auto known = std::find_if(gaps.begin(), gaps.end(),
                                  [&](const auto& gap) { return gap.first == cause; });
        if (known == gaps.end()) known = gaps.insert(gaps.end(), {cause, {}});
        known->second.push_back(day);
    }
    for (const auto& [cause, days] : gaps)
        review.findings.push_back(
            {Finding::Severity::warning,
             {cause.where, "nobody is on duty " + in_words(runs_of(days, calendar), days_told) +
                               ": " + cause.why +
                               "; name somebody, in \"week\" or as an override"}});
}

}  // namespace

void review_roster(const Review& review) {
    review_gaps(review);
    for (const auto& [day, member] : review.rules.roster.overrides) {
        const auto why = review.rules.calendar.why_not_worked(day);
        if (!why || day < review.today) continue;
        const std::size_t index =
            review.at.index_of(rules_file::roster, {"overrides"}, to_string(day), "date");
        review.warn(rules_file::roster, {"overrides", index, "date"},
                    "the override on " + to_string(day) + " does nothing: nobody works then (" +
                        *why + "); choose another day or take it out");
    }
}

}  // namespace werktdoord
