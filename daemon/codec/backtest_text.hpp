// What a backtest found, told to a person in English.
#pragma once

#include <string>

#include "codec/backtest_json.hpp"

namespace werktdoord {

// The request with the rules that decided, then a line for each thing that differs:
// `  region twente: contact A <a@x.example> -> B <b@x.example>`. Ends in a line end.
std::string difference_text(const TriedRequest& tried, const Difference& difference,
                            const Zone& zone);

// Totals, then a line a region, rule, policy, clock and signpost. Ends in a line end.
std::string summary_text(const BacktestSummary& summary);

// `NLWD-2026-000001 region twente clock forward: due … -> …, warn … -> …`, and all of them summed
// up by clock and by how far they move. Each ends in a line end.
std::string move_text(const DeadlineRow& row, const ClockTimes& times, const Zone& zone);
std::string moves_summary_text(const MovesSummary& summary);

}  // namespace werktdoord
