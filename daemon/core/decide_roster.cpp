#include "core/calendar_moves.hpp"
#include "core/clock_event.hpp"
#include "core/decide.hpp"
#include "core/letters.hpp"
#include "core/progress.hpp"
#include "core/status_mail.hpp"

namespace werktdoord {

Events decide_handover(Case& c, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    const MemberKey to = on_duty(rules.roster, rules.calendar, now);
    if (to == c.owner) return events;
    const Case before = c;
    Event reassigned = progress.event(EventName::request_reassigned);
    reassigned.by = "rules";
    reassigned.to = to.text();
    reassigned.reason = rules.roster.team.contains(c.owner) ? "absent" : "left_team";
    progress.happen(std::move(reassigned));
    write_owner(progress, "new_request");
    progress.send_letters();
    keep_status_fresh(progress, before);
    return events;
}

Events decide_stand_in(Case& c, int referral, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    for (const Referral& one : c.referrals)
        if (one.ordinal == referral && one.open() && !one.forwarded_at)
            write_contact(progress, one, "referral");
    progress.send_letters();
    return events;
}

Events decide_calendar_change(Case& c, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    const std::vector<Clock> clocks = c.clocks;
    for (const Clock& clock : clocks) {
        const std::optional<ClockTimes> times = moved_times(clock, rules.calendar, now);
        if (!times) continue;
        Event moved = clock_event(progress, EventName::clock_moved, clock);
        moved.old_warn = clock.warn;
        moved.old_due = clock.due;
        moved.warn = times->warn;
        moved.due = times->due;
        moved.reason = "calendar";
        progress.tell(std::move(moved));
    }
    return events;
}

}  // namespace werktdoord
