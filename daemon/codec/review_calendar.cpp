#include "codec/review.hpp"

#include "codec/rules_file_names.hpp"

namespace werktdoord {

namespace {

void review_next_year(const Review& review) {
    const CalendarRules& calendar = review.rules.calendar.rules();
    const auto year = std::chrono::year_month_day(review.today).year() + std::chrono::years(1);
    const auto first = calendar.closed.lower_bound(LocalDay(year / 1 / 1));
    if (first != calendar.closed.end() && *first <= LocalDay(year / 12 / 31)) return;
    const std::string next = std::to_string(static_cast<int>(year));
    review.warn(rules_file::calendar, {"holidays"},
                "the holidays of " + next + " are missing: no day of that year is closed; list " +
                    "them in \"closed\", or write \"holidays: netherlands\"");
}

void review_closed(const Review& review) {
    const std::set<LocalDay>& closed = review.rules.calendar.rules().closed;
    if (closed.empty() || *closed.rbegin() >= review.today) return;
    const std::string last = to_string(*closed.rbegin());
    const std::size_t index = review.at.index_of(rules_file::calendar, {"closed"}, last);
    review.warn(rules_file::calendar, {"closed", index},
                "the last closed day, " + last +
                    ", is over; add the days that are closed in the coming year, or empty "
                    "\"closed\"");
}

}  // namespace

void review_calendar(const Review& review) {
    if (review.rules.calendar.rules().netherlands)
        review_closed(review);
    else
        review_next_year(review);
}

void review_files(const Review& review) {
    if (!review.at.knows_any()) return;
    const RuleSet& rules = review.rules;
    if (!review.at.has(rules_file::digests))
        review.warn(rules_file::digests, {}, "there is no such file, so no daily lists go out");
    else if (!rules.digests.regional_contact && !rules.digests.team)
        review.warn(rules_file::digests, {},
                    "no daily lists go out; write \"regional_contact\" or \"team\" with its time");
    if (!review.at.has(rules_file::signposts))
        review.warn(rules_file::signposts, {},
                    "there is no such file, so employers are pointed to no initiatives");
    if (!review.at.has(rules_file::tests))
        review.warn(rules_file::tests, {},
                    "there is no such file, so no example guards the rules; write what must come "
                    "out for a few requests");
    else if (rules.tests.empty())
        review.warn(rules_file::tests, {"tests"},
                    "no example guards the rules; write what must come out for a few requests");
}

}  // namespace werktdoord
