// When the monthly report goes out, and over which month (contract section 3, digests). Pure.
#pragma once

#include "core/report.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// The first time of the report strictly after `after`: its local time of day on its day of the
// month. A time that daylight saving skips becomes the first instant after the gap.
Instant next_monthly(const MonthlyReportRule& rule, const Zone& zone, Instant after);

// The whole month that a day lies in.
ReportPeriod month_of(LocalDay day);

// The whole month before that.
ReportPeriod month_before(LocalDay day);

}  // namespace werktdoord
