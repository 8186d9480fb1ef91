// Which running clocks a changed calendar moves, and by how much (contract section 6). Pure.
#pragma once

#include <chrono>
#include <map>
#include <optional>

#include "core/case.hpp"
#include "core/clock_times.hpp"

namespace werktdoord {

// The new instants of a clock under a calendar; nothing where it stays as it is: it ended, ran out
// at or before `now` (a missed clock stays missed), or counts to the same instants.
std::optional<ClockTimes> moved_times(const Clock& clock, const WorkCalendar& calendar,
                                      Instant now);

// How far a clock moves in local time, so that a day is a day whatever daylight saving does.
// Zero: only its warning moves.
std::chrono::minutes shift_of(const Clock& clock, const ClockTimes& times, const Zone& zone);

// How many clocks move, by name and by how far their due instant does.
struct MovesSummary {
    long running = 0;  // that were looked at
    long moved = 0;
    std::map<ClockName, std::map<std::chrono::minutes, long>> by;

    void add(const Clock& clock, const ClockTimes& times, const Zone& zone);
    friend bool operator==(const MovesSummary&, const MovesSummary&) = default;
};

}  // namespace werktdoord
