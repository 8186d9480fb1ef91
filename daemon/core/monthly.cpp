#include "core/monthly.hpp"

namespace werktdoord {

namespace {

using std::chrono::year_month;

year_month month_of(LocalDay day) {
    const std::chrono::year_month_day date(day);
    return date.year() / date.month();
}

}  // namespace

Instant next_monthly(const MonthlyReportRule& rule, const Zone& zone, Instant after) {
    for (year_month month = month_of(zone.day_of(after));; month += std::chrono::months(1)) {
        const LocalDay day{month / std::chrono::day(static_cast<unsigned>(rule.day))};
        const Instant at = zone.to_instant(LocalTime(day) + rule.at);
        if (at > after) return at;
    }
}

ReportPeriod month_before(LocalDay day) {
    const year_month month = month_of(day);
    const LocalDay first{month / std::chrono::day(1)};
    return {LocalDay{(month - std::chrono::months(1)) / std::chrono::day(1)},
            first - std::chrono::days(1)};
}

}  // namespace werktdoord
