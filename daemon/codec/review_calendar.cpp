#include "codec/review.hpp"

namespace werktdoord {

namespace {

const std::string calendar_file = "calendar.yaml";

void review_next_year(const Review& review) {
    const CalendarRules& calendar = review.rules.calendar.rules();
    const auto year = std::chrono::year_month_day(review.today).year() + std::chrono::years(1);
    const auto first = calendar.closed.lower_bound(LocalDay(year / 1 / 1));
    if (first != calendar.closed.end() && *first <= LocalDay(year / 12 / 31)) return;
    const std::string next = std::to_string(static_cast<int>(year));
    review.warn(calendar_file, {"holidays"},
                "the holidays of " + next + " are missing: no day of that year is closed; list " +
                    "them in \"closed\", or write \"holidays: netherlands\"");
}

void review_closed(const Review& review) {
    const std::set<LocalDay>& closed = review.rules.calendar.rules().closed;
    if (closed.empty() || *closed.rbegin() >= review.today) return;
    const std::string last = to_string(*closed.rbegin());
    const std::size_t index = review.at.index_of(calendar_file, {"closed"}, last);
    review.warn(calendar_file, {"closed", index},
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
    if (!review.at.has("digests.yaml"))
        review.warn("digests.yaml", {}, "there is no such file, so no daily lists go out");
    else if (!rules.digests.regional_contact && !rules.digests.team)
        review.warn("digests.yaml", {},
                    "no daily lists go out; write \"regional_contact\" or \"team\" with its time");
    if (!review.at.has("signposts.yaml"))
        review.warn("signposts.yaml", {},
                    "there is no such file, so employers are pointed to no initiatives");
    if (!review.at.has("tests.yaml"))
        review.warn("tests.yaml", {},
                    "there is no such file, so no example guards the rules; write what must come "
                    "out for a few requests");
    else if (rules.tests.empty())
        review.warn("tests.yaml", {"tests"},
                    "no example guards the rules; write what must come out for a few requests");
}

}  // namespace werktdoord
