// Looks ahead: which running clocks of a store would move under other rules' calendar.
#pragma once

#include <functional>

#include "core/calendar_moves.hpp"
#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Called for each clock that would move, with its new instants.
using EachMove = std::function<void(const DeadlineRow& clock, const ClockTimes& times)>;

// What a reload of `rules` at `now` would move, earliest due first. Changes nothing and holds one
// page of clocks. Throws StoreFault when the disk fails.
MovesSummary calendar_moves(StoreReader& store, const RuleSet& rules, Instant now,
                            const EachMove& each = {});

}  // namespace werktdoord
