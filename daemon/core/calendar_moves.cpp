#include "core/calendar_moves.hpp"

namespace werktdoord {

std::optional<ClockTimes> moved_times(const Clock& clock, const WorkCalendar& calendar,
                                      Instant now) {
    // One that ran out while the daemon was down is missed, though nobody has told it yet.
    if (clock.state != ClockState::running || clock.due <= now) return std::nullopt;
    ClockRule rule;
    rule.within = clock.within;
    rule.warn = clock.warning;
    const ClockTimes times = times_of(rule, calendar, clock.start);
    if (times == ClockTimes{clock.warn, clock.due}) return std::nullopt;
    return times;
}

std::chrono::minutes shift_of(const Clock& clock, const ClockTimes& times, const Zone& zone) {
    return std::chrono::floor<std::chrono::minutes>(zone.to_local(times.due) -
                                                    zone.to_local(clock.due));
}

void MovesSummary::add(const Clock& clock, const ClockTimes& times, const Zone& zone) {
    ++moved;
    ++by[clock.name][shift_of(clock, times, zone)];
}

}  // namespace werktdoord
