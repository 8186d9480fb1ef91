#include "core/escalation.hpp"

#include <algorithm>
#include <set>

#include "core/clock_times.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

const std::vector<EscalationStep>& ladder_of(const RuleSet& rules, ClockName clock) {
    static const std::vector<EscalationStep> none;
    const auto found = rules.deadlines.escalation.find(clock);
    return found == rules.deadlines.escalation.end() ? none : found->second;
}

Role owner_role(ClockName clock) {
    switch (scope_of(clock)) {
        case ClockScope::request: return Role::owner;
        case ClockScope::wsp: return Role::wsp;
        case ClockScope::referral: return Role::regional_contact;
    }
    return Role::owner;
}

// The roles of a `warned` or `missed` step. A clock without a ladder: warned its owner, missed its
// owner and the team.
std::vector<Role> roles_on(const RuleSet& rules, ClockName clock, StepOn on) {
    const std::vector<EscalationStep>& ladder = ladder_of(rules, clock);
    if (ladder.empty()) {
        if (on == StepOn::warned) return {owner_role(clock)};
        return {owner_role(clock), Role::team};
    }
    std::vector<Role> roles;
    for (const EscalationStep& step : ladder)
        if (step.on == on) roles.insert(roles.end(), step.to.begin(), step.to.end());
    return roles;
}

struct Alert {
    std::string step;
    std::vector<Role> roles;
    std::optional<int> send;
    int alerts = 0;
    int skipped = 0;
    std::optional<Instant> next;
};

void raise(Progress& progress, const Clock& clock, const Alert& alert) {
    std::vector<Recipient> to;
    std::set<std::string> addresses;
    for (Role role : alert.roles)
        for (Recipient& recipient : recipients_of(role, progress.subject(), clock,
                                                  progress.rules(), progress.now()))
            if (addresses.insert(recipient.address).second) to.push_back(std::move(recipient));

    Event raised = progress.event(EventName::alert_raised);
    raised.clock = clock.name;
    raised.region = clock.region;
    raised.wsp = clock.wsp;
    raised.referral = clock.referral;
    raised.step = alert.step;
    raised.send = alert.send;
    if (alert.skipped > 0) raised.skipped = alert.skipped;
    raised.recipients = to;
    raised.alerts = alert.alerts;
    raised.next_alert = alert.next;
    progress.tell(std::move(raised));

    for (const Recipient& recipient : to) {
        Letter letter;
        letter.template_name = "alert";
        letter.to = recipient;
        letter.referral = clock.referral;
        letter.wsp = clock.wsp;
        letter.clock = clock.name;
        letter.due = clock.due;
        letter.step = alert.step;
        progress.send(letter);
    }
}

Event told(const Progress& progress, EventName name, const Clock& clock) {
    Event event = progress.event(name);
    event.clock = clock.name;
    event.region = clock.region;
    event.wsp = clock.wsp;
    event.referral = clock.referral;
    event.due = clock.due;
    return event;
}

struct Passed {
    std::optional<AlertAt> last;  // the last send at or before now
    int count = 0;                // how many sends there were since the last one raised
    Instant next;                 // the first one after now
};

Passed passed_sends(const Progress& progress, const Clock& clock) {
    const std::vector<EscalationStep>& ladder = ladder_of(progress.rules(), clock.name);
    Passed passed;
    for (int sent = clock.alerts;; ++sent) {
        const AlertAt send = alert_after(ladder, progress.rules().calendar, clock.due, sent);
        passed.next = send.at;
        if (send.at > progress.now()) return passed;
        passed.last = send;
        ++passed.count;
    }
}

std::vector<Role> roles_of(const AlertAt& send) {
    if (send.rule != nullptr) return send.rule->to;
    return {Role::owner, Role::coordinator};
}

void raise_passed(Progress& progress, const Clock& clock, const Passed& passed, int skipped) {
    Alert alert;
    alert.step = passed.last->step;
    alert.roles = roles_of(*passed.last);
    alert.send = passed.last->send;
    alert.alerts = clock.alerts + passed.count;
    alert.skipped = skipped;
    alert.next = passed.next;
    raise(progress, clock, alert);
}

void warn(Progress& progress, const Clock& clock) {
    progress.tell(told(progress, EventName::clock_warned, clock));
    const std::vector<Role> roles = roles_on(progress.rules(), clock.name, StepOn::warned);
    if (!roles.empty()) raise(progress, clock, Alert{"warned", roles, {}, 0, 0, {}});
}

// The employer hears it too when the 14-day status stays out (contract section 9).
void tell_employer(Progress& progress) {
    Letter letter;
    letter.template_name = "status";
    letter.to = employer_of(progress.subject());
    progress.send(letter);
}

void miss(Progress& progress, const Clock& clock) {
    const Passed passed = passed_sends(progress, clock);
    Event missed = told(progress, EventName::clock_missed, clock);
    missed.next_alert = passed.next;
    progress.tell(std::move(missed));

    const std::vector<Role> roles = roles_on(progress.rules(), clock.name, StepOn::missed);
    if (passed.last) {
        const int earlier = passed.count - 1 + (roles.empty() ? 0 : 1);
        raise_passed(progress, clock, passed, earlier);
    } else if (!roles.empty()) {
        raise(progress, clock, Alert{"missed", roles, {}, 0, 0, {}});
    }
    if (clock.name == ClockName::feedback) tell_employer(progress);
}

}  // namespace

std::optional<DueOrder> due_order(const Case& c, const Clock& clock, Instant now) {
    const std::optional<Instant> next = clock.next_at();
    if (!next || *next > now) return std::nullopt;
    const int rank = clock.state == ClockState::missed ? 2 : clock.due <= now ? 0 : 1;
    return DueOrder{rank, clock.due, c.number, clock.name, clock.referral, clock.wsp};
}

void fire(Progress& progress, const Clock& which) {
    const Clock clock = which;  // telling events moves the case's clocks about
    const std::optional<DueOrder> order = due_order(progress.subject(), clock, progress.now());
    if (!order) return;
    if (order->rank == 0) return miss(progress, clock);
    if (order->rank == 1) return warn(progress, clock);
    const Passed passed = passed_sends(progress, clock);
    if (passed.last) raise_passed(progress, clock, passed, passed.count - 1);
}

void fire_all_due(Progress& progress) {
    for (;;) {
        const Clock* first = nullptr;
        std::optional<DueOrder> first_order;
        for (const Clock& clock : progress.subject().clocks) {
            const auto order = due_order(progress.subject(), clock, progress.now());
            if (order && (!first_order || *order < *first_order)) {
                first = &clock;
                first_order = order;
            }
        }
        if (first == nullptr) return;
        fire(progress, *first);
    }
}

std::vector<Recipient> recipients_of(Role role, const Case& c, const Clock& clock,
                                     const RuleSet& rules, Instant now) {
    std::vector<Recipient> found;
    const auto add = [&](std::vector<Recipient> more) {
        found.insert(found.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
    };
    if (is_team_role(role)) {
        add(team_recipients(role, c, rules, now));
    } else {
        for (const Referral& referral : c.referrals) {
            const bool meant =
                clock.referral == 0 ? referral.open() : referral.ordinal == clock.referral;
            if (meant) add(region_alert_recipients(role, referral, clock.wsp, rules, now));
        }
    }
    if (found.empty()) add(team_recipients(Role::team, c, rules, now));
    return found;
}

}  // namespace werktdoord
