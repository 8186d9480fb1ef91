#include <algorithm>

#include "core/calendar_moves.hpp"
#include "core/clock_event.hpp"
#include "core/decide.hpp"
#include "core/evolve.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

// Moves the clocks that ran at `as_of`. One that had run out by then is missed by its old due,
// though nobody may have told it yet (the daemon was down).
void move_clocks(Progress& progress, Instant as_of) {
    const std::vector<Clock> clocks = progress.subject().clocks;
    for (const Clock& clock : clocks) {
        const std::optional<ClockTimes> times =
            moved_times(clock, progress.rules().calendar, as_of);
        if (!times) continue;
        Event moved = clock_event(progress, EventName::clock_moved, clock);
        moved.old_warn = clock.warn;
        moved.old_due = clock.due;
        moved.warn = times->warn;
        moved.due = times->due;
        moved.reason = "calendar";
        progress.tell(std::move(moved));
    }
}

}  // namespace

Events decide_rules_change(Case& c, const RulesChange& change, const RuleSet& rules, Instant now) {
    Events events;
    // What was registered later was decided under these rules.
    if (c.state == State::closed || c.registered_at > change.loaded_at) return events;
    Progress progress(c, rules, now, events);
    if (change.calendar_since) move_clocks(progress, *change.calendar_since);
    route_anew(progress, RouteChange::any);
    if (needs_owner(c, rules, now)) {
        const Events handed_over = decide_handover(c, rules, now);
        events.insert(events.end(), handed_over.begin(), handed_over.end());
    }
    return events;
}

Events decide_absence(Case& c, const MemberKey& member, const RuleSet& rules, Instant now) {
    if (c.state == State::closed || c.owner != member || !needs_owner(c, rules, now)) return {};
    return decide_handover(c, rules, now);
}

}  // namespace werktdoord
