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

// All but the words of `why`.
bool same_decision(const Route& a, const Route& b) {
    return a.rules == b.rules && a.regions == b.regions && a.policy == b.policy &&
           a.lead == b.lead && a.unplaced == b.unplaced && a.signposts == b.signposts;
}

// Those at work on it were told who leads (L3): that stays while they are.
bool keeps_lead(const Case& c, const RuleSet& rules) {
    return c.any_open_referral() && rules.regions.contains(c.route.lead);
}

void route_anew(Progress& progress) {
    const Case& c = progress.subject();
    Route found = werktdoord::route(c.data, progress.rules(), progress.now());
    if (keeps_lead(c, progress.rules())) found.lead = c.route.lead;
    if (same_decision(found, c.route)) return;
    progress.happen(routed(progress, std::move(found), routed_by_rules));
}

}  // namespace

Events decide_calendar_change(Case& c, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    move_clocks(progress, now);
    return events;
}

Events decide_rules_change(Case& c, const RulesChange& change, const RuleSet& rules, Instant now) {
    Events events;
    // What was registered later was decided under these rules.
    if (c.state == State::closed || c.registered_at > change.loaded_at) return events;
    Progress progress(c, rules, now, events);
    if (change.calendar_since) move_clocks(progress, *change.calendar_since);
    route_anew(progress);
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
