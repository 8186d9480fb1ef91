#include "core/alert_plan.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

// How many sends of the ladder lie behind the one that was promised for `next_alert`. Where the
// ladder has a send at that instant, those before it; else the ladder or the calendar changed
// meanwhile, and of the sends not yet raised none may be left out.
int sends_behind(const RuleSet& rules, const Clock& clock) {
    if (!clock.next_alert) return clock.alerts;
    const auto at = [&](int sent) {
        return alert_after(ladder_of(rules, clock.name), rules.calendar, clock.due, sent).at;
    };
    const bool as_promised = at(clock.alerts) == *clock.next_alert &&
                             (clock.alerts == 0 || at(clock.alerts - 1) < *clock.next_alert);
    int sent = as_promised ? clock.alerts : 0;
    while (at(sent) < *clock.next_alert) ++sent;
    return at(sent) == *clock.next_alert ? sent : std::min(sent, clock.alerts);
}

}  // namespace

const std::vector<EscalationStep>& ladder_of(const RuleSet& rules, ClockName clock) {
    static const std::vector<EscalationStep> none;
    const auto found = rules.deadlines.escalation.find(clock);
    return found == rules.deadlines.escalation.end() ? none : found->second;
}

Passed passed_sends(const RuleSet& rules, const Clock& clock, Instant now) {
    const std::vector<EscalationStep>& ladder = ladder_of(rules, clock.name);
    Passed passed;
    passed.behind = sends_behind(rules, clock);
    for (int sent = passed.behind;; ++sent) {
        AlertAt send = alert_after(ladder, rules.calendar, clock.due, sent);
        // What was promised counts for the next one: the calendar or the ladder may have changed.
        if (sent == passed.behind && clock.next_alert) send.at = *clock.next_alert;
        passed.next = send.at;
        if (send.at > now) return passed;
        if (!passed.last.empty() && passed.last.back().at != send.at) passed.last.clear();
        passed.last.push_back(send);
        ++passed.count;
    }
}

}  // namespace werktdoord
