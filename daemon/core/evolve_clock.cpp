#include "core/evolve_clock.hpp"

#include <algorithm>

#include "core/evolve.hpp"

namespace werktdoord {

namespace {

// The clock that an event names; the newest of its kind.
Clock* clock_of(Case& c, const Event& event) {
    if (!event.clock) return nullptr;
    for (auto clock = c.clocks.rbegin(); clock != c.clocks.rend(); ++clock) {
        const bool same = clock->name == *event.clock && clock->wsp == event.wsp &&
                          clock->referral == event.referral && clock->open();
        if (same) return &*clock;
    }
    return nullptr;
}

void start_clock(Case& c, const Event& event) {
    Clock clock;
    clock.name = *event.clock;
    clock.referral = event.referral;
    clock.region = event.region;
    clock.wsp = event.wsp;
    clock.until = Happened(event.until);
    clock.within = event.within.value_or(Span());
    clock.warning = event.warning;
    clock.start = event.start.value_or(event.at);
    clock.warn = event.warn;
    clock.due = event.due.value_or(event.at);
    c.clocks.push_back(clock);
}

}  // namespace

void evolve_clock(Case& c, const Event& event) {
    if (event.name == EventName::clock_started) return start_clock(c, event);
    Clock* clock = clock_of(c, event);
    if (clock == nullptr) return;
    switch (event.name) {
        case EventName::clock_warned:
            clock->warned = true;
            break;
        case EventName::clock_missed:
            clock->state = ClockState::missed;
            clock->next_alert = event.next_alert;
            break;
        case EventName::clock_met:
        case EventName::clock_cancelled:
            clock->state =
                event.name == EventName::clock_met ? ClockState::met : ClockState::cancelled;
            clock->ended_at = when_of(event);
            clock->late = event.late;
            clock->next_alert.reset();
            break;
        case EventName::clock_moved:
            clock->warn = event.warn;
            clock->due = event.due.value_or(clock->due);
            break;
        case EventName::alert_raised:
            clock->alerts = std::max(clock->alerts, event.alerts);
            if (event.next_alert) clock->next_alert = event.next_alert;
            break;
        default:
            break;
    }
}

}  // namespace werktdoord
