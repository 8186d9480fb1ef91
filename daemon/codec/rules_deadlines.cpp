#include "codec/rules_deadlines.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "codec/quantities.hpp"
#include "codec/rules_limbo.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

constexpr int most_repeats = 1000;

// Everyone that contract section 3 lets an escalation go to.
const std::vector<Role>& escalation_roles() {
    static const std::vector<Role> roles{
        Role::owner,       Role::duty_contact,     Role::team,
        Role::coordinator, Role::regional_contact, Role::backup,
        Role::wsp,         Role::wsp_manager,      Role::employers_association,
        Role::pow_director};
    return roles;
}

// What happens to a request or referral; a clock cannot wait for a mail or another clock.
const std::vector<std::string>& clock_events() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const auto& [event, name] : Names<EventName>::table)
            if (name.starts_with("request.") || name.starts_with("referral."))
                all.emplace_back(name);
        return all;
    }();
    return names;
}

std::vector<EventName> read_events(const Node& node) {
    std::vector<EventName> events;
    if (node.is_list() && node.list().empty()) node.error("this list is empty");
    for (const Node& item : node.one_or_list()) {
        const auto event = find_name<EventName>(item.known("event", clock_events()));
        if (!event) continue;
        if (has(events, *event))
            item.error("event \"" + std::string(name_of(*event)) + "\" is given twice");
        else
            events.push_back(*event);
    }
    return events;
}

// A clock of a referral starts for the referrals that are there. Those of request.referred come
// right after it, each with its referral.sent; a WSP has one once it was forwarded to.
void check_start(const Node& from, ClockName clock, const std::vector<EventName>& events) {
    if (scope_of(clock) == ClockScope::request) return;
    const bool of_wsp = scope_of(clock) == ClockScope::wsp;
    for (const EventName event : events) {
        const bool too_early = event == EventName::request_registered ||
                               event == EventName::request_referred ||
                               (of_wsp && event == EventName::referral_sent);
        if (!too_early) continue;
        from.error("this clock cannot start at " + std::string(name_of(event)) + ": its " +
                   (of_wsp ? "WSP was not forwarded to yet; write referral.forwarded"
                           : "referral is not there yet; write referral.sent"));
    }
}

ClockRule read_clock(Node node, ClockName clock) {
    ClockRule rule;
    if (const auto within = node.required("within").parsed(parse_span)) rule.within = *within;
    rule.warn = node.optional("warn").parsed(parse_warning);
    const Node from = node.required("from");
    rule.from = read_events(from);
    check_start(from, clock, rule.from);
    rule.until = read_events(node.required("until"));
    rule.unless = read_events(node.optional("unless"));
    node.finish();
    return rule;
}

std::optional<ClockName> read_clock_name(const Node::Member& member) {
    const auto clock = find_name<ClockName>(member.key);
    if (!clock) member.value.unknown_at_key("clock", member.key, names_of<ClockName>());
    return clock;
}

Policy read_policy(const Node::Member& member) {
    check_key(member, "policy");
    Policy policy;
    policy.name = member.key;
    for (const auto& entry : member.value.entries())
        if (const auto clock = read_clock_name(entry))
            policy.clocks.emplace(*clock, read_clock(entry.value, *clock));
    check_no_limbo(member, policy);
    return policy;
}

EscalationStep read_step(Node node) {
    EscalationStep step;
    const Node on = node.optional("on");
    const Node after = node.optional("after");
    const Node repeat = node.optional("repeat");
    if (const auto when =
            on.one_of<AlertStep>({{"warned", AlertStep::warned}, {"missed", AlertStep::missed}}))
        step.on = *when;
    if (const auto span = after.parsed(parse_span)) step.after = *span;
    if (after) step.on = AlertStep::after;
    if (const auto count = repeat.integer(0, most_repeats)) step.repeat = *count;
    if (node.is_map() && static_cast<bool>(on) == static_cast<bool>(after))
        node.error("a step needs one of: on, after");
    if (repeat && !after) repeat.error("\"repeat\" goes with \"after\" only");
    const Node to = node.required("to");
    step.to = read_roles(to, escalation_roles());
    if (to && step.to.empty() && (to.is_null() || (to.is_list() && to.list().empty())))
        to.error("a step needs somebody to go to");
    node.finish();
    return step;
}

}  // namespace

Deadlines read_deadlines(Node root) {
    Deadlines deadlines;
    const Node policies = root.required("policies");
    std::vector<std::string> names;
    for (const auto& member : policies.entries()) {
        deadlines.policies.emplace(member.key, read_policy(member));
        names.push_back(member.key);
    }
    if (policies && names.empty() && (policies.is_map() || policies.is_null()))
        policies.error("there must be at least one policy");
    deadlines.default_policy = root.required("default").known("policy", names);
    for (const auto& member : root.optional("escalation").entries()) {
        const auto clock = read_clock_name(member);
        std::vector<EscalationStep> steps;
        for (const Node& step : member.value.list()) steps.push_back(read_step(step));
        if (steps.empty() && (member.value.is_list() || member.value.is_null()))
            member.value.error("this list is empty; leave it out for the usual alerts");
        if (clock) deadlines.escalation.emplace(*clock, std::move(steps));
    }
    root.finish();
    return deadlines;
}

}  // namespace werktdoord
