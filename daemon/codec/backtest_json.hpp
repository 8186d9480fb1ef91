// What a backtest found, as JSON Lines for programs.
#pragma once

#include <optional>
#include <string>

#include "core/backtest_summary.hpp"
#include "core/calendar_moves.hpp"
#include "core/list_rows.hpp"

namespace werktdoord {

// A request that was tried: its number, or the line of the file it came from.
struct TriedRequest {
    std::optional<RequestNumber> number;
    std::size_t line = 0;
    Instant at;  // its registration
};

// The hashes of the rules that were compared.
using RulesHashes = Change<std::string>;

// {"request":…,"registeredAt":…,"rules":{"old":[…],"new":[…]}, then of `regions`, `unplaced`,
// `policy`, `clocks` and `signposts` those that differ}. A request of a file has "line" in place of
// "request". Of a region, `change` is added, gone or changed; of an added or gone one the outcome
// stands on one side only.
std::string difference_json(const TriedRequest& tried, const Difference& difference);

// {"summary":{"tried":…,"changed":…,…}}
std::string summary_json(const BacktestSummary& summary, const RulesHashes& hashes);

// {"request":…,"region"?,"wsp"?,"clock":…,"warn":{"old":…,"new":…},"due":{…}}; the same summed up,
// by clock and by the minutes of local time that it moves (0: only its warning).
std::string move_json(const DeadlineRow& row, const ClockTimes& times);
std::string moves_summary_json(const MovesSummary& summary);

}  // namespace werktdoord
