#include "core/escalation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/items.hpp"
#include "core/alert_plan.hpp"
#include "core/clock_event.hpp"
#include "core/clock_standing.hpp"
#include "core/fold.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

Role owner_role(ClockName clock) {
    switch (scope_of(clock)) {
        case ClockScope::request:
            return Role::owner;
        case ClockScope::wsp:
            return Role::wsp;
        case ClockScope::referral:
            return Role::regional_contact;
    }
    return Role::owner;
}

// The roles of a `warned` or `missed` step. A clock without a ladder: warned its owner, missed its
// owner and the team.
std::vector<Role> roles_on(const RuleSet& rules, ClockName clock, AlertStep on) {
    const std::vector<EscalationStep>& ladder = ladder_of(rules, clock);
    if (ladder.empty()) {
        if (on == AlertStep::warned) return {owner_role(clock)};
        return {owner_role(clock), Role::team};
    }
    std::vector<Role> roles;
    for (const EscalationStep& step : ladder)
        if (step.on == on) roles.insert(roles.end(), step.to.begin(), step.to.end());
    return roles;
}

struct Alert {
    AlertStep step = AlertStep::missed;
    std::vector<Role> roles;
    std::optional<int> send;
    int alerts = 0;
    int skipped = 0;
    std::optional<Instant> next;
};

// The addresses that heard of a clock at this instant; one mail per address (contract section 3).
using Mailed = std::set<std::string>;

void mail_alert(Progress& progress, const Clock& clock, AlertStep step, const Recipient& to) {
    Letter letter;
    letter.kind = MailKind::alert;
    letter.to = to;
    letter.referral = clock.referral;
    letter.wsp = clock.wsp;
    letter.clock = clock.name;
    letter.due = clock.due;
    letter.step = step;
    progress.send(letter);
}

void raise(Progress& progress, const Clock& clock, const Alert& alert, Mailed& mailed) {
    std::vector<Recipient> to;
    for (Role role : alert.roles)
        for (Recipient& recipient :
             recipients_of(role, progress.subject(), clock, progress.rules(), progress.now()))
            add_once(to, std::move(recipient));

    Event raised = clock_event(progress, EventName::alert_raised, clock);
    raised.step = alert.step;
    raised.send = alert.send;
    if (alert.skipped > 0) raised.skipped = alert.skipped;
    raised.recipients = to;
    raised.alerts = alert.alerts;
    raised.next_alert = alert.next;
    progress.tell(std::move(raised));

    for (const Recipient& recipient : to)
        if (mailed.insert(fold(recipient.address)).second)
            mail_alert(progress, clock, alert.step, recipient);
}

void raise(Progress& progress, const Clock& clock, const Alert& alert) {
    Mailed mailed;
    raise(progress, clock, alert, mailed);
}

Event told(const Progress& progress, EventName name, const Clock& clock) {
    Event event = clock_event(progress, name, clock);
    event.due = clock.due;
    return event;
}

std::vector<Role> roles_of(const AlertAt& send) {
    if (send.rule != nullptr) return send.rule->to;
    return {Role::owner, Role::coordinator};
}

// `before`: the steps passed ahead of these sends, that were not raised.
void raise_passed(Progress& progress, const Clock& clock, const Passed& passed, int before) {
    Mailed mailed;
    int skipped = before + passed.count - static_cast<int>(passed.last.size());
    for (const AlertAt& send : passed.last) {
        Alert alert;
        alert.step = send.step;
        alert.roles = roles_of(send);
        alert.send = send.send;
        alert.alerts = passed.behind + passed.count;
        alert.skipped = std::exchange(skipped, 0);
        alert.next = passed.next;
        raise(progress, clock, alert, mailed);
    }
}

void warn(Progress& progress, const Clock& clock) {
    progress.tell(told(progress, EventName::clock_warned, clock));
    const std::vector<Role> roles = roles_on(progress.rules(), clock.name, AlertStep::warned);
    if (!roles.empty()) raise(progress, clock, Alert{AlertStep::warned, roles, {}, 0, 0, {}});
}

// The employer hears it too when the 14-day status stays out. Several regions that stay silent at
// one instant make one mail, which the later ones join (contract section 9).
void tell_employer(Progress& progress) {
    Letter letter;
    letter.kind = MailKind::status;
    letter.to = employer_of(progress.subject());
    progress.send(letter);
}

void miss(Progress& progress, const Clock& clock) {
    const Passed passed = passed_sends(progress.rules(), clock, progress.now());
    Event missed = told(progress, EventName::clock_missed, clock);
    missed.next_alert = passed.next;
    progress.tell(std::move(missed));

    const std::vector<Role> roles = roles_on(progress.rules(), clock.name, AlertStep::missed);
    if (!passed.last.empty()) {
        raise_passed(progress, clock, passed, roles.empty() ? 0 : 1);
    } else if (!roles.empty()) {
        raise(progress, clock, Alert{AlertStep::missed, roles, {}, 0, 0, {}});
    }
    if (clock.name == ClockName::feedback) tell_employer(progress);
}

// The order in which what is due at one instant is told (contract section 6).
struct DueOrder {
    int rank = 0;  // 0 missed, 1 warned, 2 a further alert
    Instant due;
    RequestNumber request;
    ClockName clock = ClockName::take_up;
    int referral = 0;
    std::optional<WspKey> wsp;
    friend auto operator<=>(const DueOrder&, const DueOrder&) = default;
};

// What `clock` has due at `now`; nothing when nothing is.
std::optional<DueOrder> due_order(const Case& c, const Clock& clock, Instant now) {
    const std::optional<Instant> next = clock.next_at();
    if (!next || *next > now) return std::nullopt;
    const int rank = clock.state == ClockState::missed ? 2 : runs_late(clock, now) ? 0 : 1;
    return DueOrder{rank, clock.due, c.number, clock.name, clock.referral, clock.wsp};
}

// The clock of the case that comes first, by its index.
std::optional<std::pair<DueOrder, std::size_t>> next_due(const Case& c, Instant now) {
    std::optional<std::pair<DueOrder, std::size_t>> next;
    for (std::size_t i = 0; i < c.clocks.size(); ++i) {
        const auto order = due_order(c, c.clocks[i], now);
        if (order && (!next || *order < next->first)) next.emplace(*order, i);
    }
    return next;
}

// Works off the one next thing of a clock: its miss, its warning, or a further alert.
void fire(Progress& progress, const Clock& which, const DueOrder& order) {
    // Telling events moves the case's clocks about.
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const Clock clock = which;
    if (order.rank == 0) return miss(progress, clock);
    if (order.rank == 1) return warn(progress, clock);
    raise_passed(progress, clock, passed_sends(progress.rules(), clock, progress.now()), 0);
}

}  // namespace

void fire_all_due(const std::vector<Case*>& cases, const RuleSet& rules, Instant now,
                  std::vector<Event>& out) {
    // Of each case the next thing alone: what is told may change the others.
    std::map<DueOrder, std::pair<Case*, std::size_t>> agenda;
    const auto put = [&](Case* c) {
        if (const auto next = next_due(*c, now))
            agenda.emplace(next->first, std::pair(c, next->second));
    };
    for (Case* c : cases) put(c);
    while (!agenda.empty()) {
        const auto next = agenda.extract(agenda.begin());
        const auto [subject, clock] = next.mapped();
        Progress progress(*subject, rules, now, out);
        fire(progress, subject->clocks[clock], next.key());
        put(subject);
    }
}

std::vector<Recipient> recipients_of(Role role, const Case& c, const Clock& clock,
                                     const RuleSet& rules, Instant now) {
    if (is_team_role(role)) return team_recipients(role, c, rules, now);
    std::vector<Recipient> found;
    bool lacking = false;
    for (const Referral& referral : c.referrals) {
        const bool meant =
            clock.referral == 0 ? referral.open() : referral.ordinal == clock.referral;
        if (!meant) continue;
        const auto more = region_alert_recipients(role, referral, clock.wsp, rules, now);
        found.insert(found.end(), more.begin(), more.end());
        lacking = lacking || more.empty();
    }
    if (found.empty() || lacking) {
        const auto team = whole_team(rules);
        found.insert(found.end(), team.begin(), team.end());
    }
    return found;
}

ClockOwner owner_of_clock(const Clock& clock, const MemberKey& owner) {
    const Role role = owner_role(clock.name);
    if (role == Role::wsp && clock.wsp) return {role, clock.wsp->text()};
    if (role == Role::regional_contact && clock.region) return {role, clock.region->text()};
    return {Role::owner, owner.text()};
}

}  // namespace werktdoord
