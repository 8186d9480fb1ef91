// When a clock warns, runs out, and raises its alerts after that (contract sections 3 and 6). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/deadlines.hpp"

namespace werktdoord {

struct ClockTimes {
    std::optional<Instant> warn;
    Instant due;
    friend bool operator==(const ClockTimes&, const ClockTimes&) = default;
};

// The instants of a clock that starts at `start`. A warning before the start falls at the start.
ClockTimes times_of(const ClockRule& rule, const WorkCalendar& calendar, Instant start);

// One send about a missed clock. `step` is `after` for a step of the ladder, `overdue` beyond it;
// `send` counts from 1 within its step; `rule` points into the ladder, null for `overdue`.
struct AlertAt {
    Instant at;
    AlertStep step;
    int send = 1;
    const EscalationStep* rule = nullptr;
};

// The send that follows the first `sent` ones: those of all `after` steps by their instants (of
// equal instants in the order of the ladder), then `overdue` every 5 working days after the last
// of them, or after due where the ladder has none. There is always a next one.
// REQUIRES: sent >= 0. The answer lives no longer than `ladder`.
AlertAt alert_after(const std::vector<EscalationStep>& ladder, const WorkCalendar& calendar,
                    Instant due, int sent);

}  // namespace werktdoord
