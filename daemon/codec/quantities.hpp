// Small values as people write them in YAML: durations, sizes, times of day, opening hours.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "base/result.hpp"
#include "core/calendar.hpp"
#include "core/deadlines.hpp"
#include "core/signposts.hpp"

namespace werktdoord {

// "90s", "5m", "2h", "28d" (of 24 hours); at most 10000 hours. Fails on zero and on anything else.
Result<std::chrono::seconds> parse_duration(std::string_view text);

// "512B", "256KiB", "4MiB", in bytes. Fails on zero, on anything over 1 GiB and on anything else.
Result<std::size_t> parse_size(std::string_view text);

// "08:30" as minutes of the local day, up to 23:59.
Result<Minutes> parse_time_of_day(std::string_view text);

// "09:00-17:00"; closes after it opens, at "24:00" at the latest.
Result<WorkingHours> parse_working_hours(std::string_view text);

// "4 working_hours before" (due), "1 working_day after" (the start).
Result<Warning> parse_warning(std::string_view text);

// "50-100" or "251-" employees; a tier without its amount.
Result<Tier> parse_employees(std::string_view text);

}  // namespace werktdoord
