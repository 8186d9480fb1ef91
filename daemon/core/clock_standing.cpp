#include "core/clock_standing.hpp"

#include <algorithm>

namespace werktdoord {

bool has_come(Instant due, Instant now) {
    return due <= now;
}

bool runs_late(const Clock& clock, Instant now) {
    return clock.open() && (clock.state == ClockState::missed || has_come(clock.due, now));
}

bool ends_late(const Clock& clock, Instant when) {
    return when > clock.due;
}

ClockStanding standing_of(const Clock& clock, Instant now) {
    if (clock.open())
        return runs_late(clock, now) ? ClockStanding::overdue : ClockStanding::running;
    const bool late = ends_late(clock, clock.ended_at.value_or(clock.due));
    if (clock.state == ClockState::met)
        return late ? ClockStanding::met_late : ClockStanding::in_time;
    return late ? ClockStanding::never : ClockStanding::cancelled;
}

std::chrono::seconds time_taken(const Clock& clock, Instant now) {
    const Instant end = clock.open() ? now : clock.ended_at.value_or(now);
    return std::max(std::chrono::floor<std::chrono::seconds>(end - clock.start),
                    std::chrono::seconds(0));
}

}  // namespace werktdoord
