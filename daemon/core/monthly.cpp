#include "core/monthly.hpp"

namespace werktdoord {

namespace {

using std::chrono::year_month;

year_month year_month_of(LocalDay day) {
    const std::chrono::year_month_day date(day);
    return date.year() / date.month();
}

ReportPeriod whole(year_month month) {
    const year_month next = month + std::chrono::months(1);
    return {LocalDay{month / std::chrono::day(1)},
            LocalDay{next / std::chrono::day(1)} - std::chrono::days(1)};
}

}  // namespace

Instant next_monthly(const MonthlyReportRule& rule, const Zone& zone, Instant after) {
    for (year_month month = year_month_of(zone.day_of(after));; month += std::chrono::months(1)) {
        const LocalDay day{month / std::chrono::day(static_cast<unsigned>(rule.day))};
        const Instant at = zone.to_instant(LocalTime(day) + rule.at);
        if (at > after) return at;
    }
}

ReportPeriod month_of(LocalDay day) {
    return whole(year_month_of(day));
}

ReportPeriod month_before(LocalDay day) {
    return whole(year_month_of(day) - std::chrono::months(1));
}

}  // namespace werktdoord
