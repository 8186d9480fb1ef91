// What a report reads of the tables: four walks side by side, in order of request.
#pragma once

#include <functional>

#include "core/report_rows.hpp"
#include "store/connection.hpp"

namespace werktdoord {

// The requests registered in [begin, end), in order of number; `row` may not keep what it gets.
void select_report_rows(Connection& connection, Instant begin, Instant end,
                        const std::function<void(const ReportRequest&)>& row);

// How many submissions were rejected in [begin, end), whatever became of them.
std::int64_t count_rejected(Connection& connection, Instant begin, Instant end);

}  // namespace werktdoord
