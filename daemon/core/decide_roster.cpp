#include "core/decide.hpp"
#include "core/letters.hpp"
#include "core/progress.hpp"
#include "core/status_mail.hpp"
#include "core/steps.hpp"

namespace werktdoord {

bool needs_owner(const Case& c, const RuleSet& rules, Instant now) {
    if (!rules.roster.team.contains(c.owner)) return true;
    return !c.taken_up_at && rules.roster.is_absent(c.owner, rules.calendar.zone().day_of(now));
}

bool hand_over(Progress& progress) {
    const Case& c = progress.subject();
    const RuleSet& rules = progress.rules();
    const MemberKey to = on_duty(rules.roster, rules.calendar, progress.now());
    if (to == c.owner) return false;
    Event reassigned = progress.event(EventName::request_reassigned);
    reassigned.by = "rules";
    reassigned.to = to.text();
    reassigned.reason = rules.roster.team.contains(c.owner) ? "absent" : "left_team";
    progress.happen(std::move(reassigned));
    write_owner(progress, MailKind::new_request);
    return true;
}

Events decide_handover(Case& c, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    const Case before = c;
    if (!hand_over(progress)) return events;
    progress.send_letters();
    keep_status_fresh(progress, before);
    return events;
}

Events decide_stand_in(Case& c, int referral, Instant since, const RuleSet& rules, Instant now) {
    Events events;
    Progress progress(c, rules, now, events);
    const Referral* sent = c.find_referral(referral);
    if (sent != nullptr && sent->open() && !sent->forwarded_at && sent->sent_at <= since)
        write_stand_ins(progress, *sent);
    progress.send_letters();
    return events;
}

}  // namespace werktdoord
