// The period of a report, as a person or a program writes it.
#pragma once

#include <string_view>

#include "core/report.hpp"

namespace werktdoord {

// Two local days, both inclusive: "2026-01-01". Problems have "from" or "until" as their place: no
// such day, or an end before the beginning.
Parsed<ReportPeriod> read_period(std::string_view from, std::string_view until);

}  // namespace werktdoord
