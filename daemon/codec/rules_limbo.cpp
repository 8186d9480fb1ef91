#include "codec/rules_limbo.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/items.hpp"
#include "codec/nearest.hpp"

namespace werktdoord {

namespace {

using enum EventName;

// The clock that a state rests on.
struct Pillar {
    std::string_view state;
    ClockName clock;
    EventName from;                 // it must start with this
    std::vector<EventName> until;   // only these may end it: each is followed by another pillar
    std::vector<EventName> unless;  // only these may hold it back
};

const std::vector<Pillar>& pillars() {
    static const std::vector<Pillar> all{
        {"registered",
         ClockName::take_up,
         request_registered,
         {request_taken_up, request_closed},
         {}},
        {"taken_up",
         ClockName::assess,
         request_taken_up,
         {request_referred, request_introduced, request_closed},
         {request_referred}},
        {"referred",
         ClockName::report_back,
         referral_sent,
         {referral_reported_back, referral_declined, request_closed},
         {}},
        {"deciding",
         ClockName::decide,
         request_deciding,
         {request_referred, request_introduced, request_continued, request_closed},
         {}},
        {"introduced",
         ClockName::follow_up,
         request_introduced,
         {request_introduced, request_followed_up, request_referred, request_closed},
         {}},
    };
    return all;
}

std::string limbo(const Pillar& pillar) {
    return "; else a request could be " + std::string(pillar.state) + " without a clock";
}

void check_only(const Node& node, const std::vector<EventName>& given,
                const std::vector<EventName>& allowed, const Pillar& pillar) {
    for (const EventName event : given)
        if (!has(allowed, event))
            node.error(std::string(name_of(event)) + " cannot stand here" + limbo(pillar));
}

// A clock with a slip in its name was told of.
bool is_misspelt(const Node& policy_node, ClockName clock) {
    const std::vector<std::string> names = names_of<ClockName>();
    const auto members = policy_node.entries();
    return std::any_of(members.begin(), members.end(), [&](const Node::Member& member) {
        return !find_name<ClockName>(member.key) && nearest(member.key, names) == name_of(clock);
    });
}

void check_pillar(const Node::Member& member, const Policy& policy, const Pillar& pillar) {
    Node policy_node = member.value;
    Node clock_node = policy_node.optional(name_of(pillar.clock));
    if (!clock_node && is_misspelt(policy_node, pillar.clock)) return;
    if (!clock_node) {
        member.value.error_at_key("policy \"" + member.key + "\" needs the clock " +
                                  std::string(name_of(pillar.clock)) + limbo(pillar));
        return;
    }
    const ClockRule* rule = policy.find_rule(pillar.clock);
    if (rule == nullptr) return;  // wrong in another way, which was told
    const Node from = clock_node.optional("from");
    if (!rule->from.empty() && !has(rule->from, pillar.from))
        from.error(std::string(name_of(pillar.from)) + " must stand here" + limbo(pillar));
    check_only(clock_node.optional("until"), rule->until, pillar.until, pillar);
    check_only(clock_node.optional("unless"), rule->unless, pillar.unless, pillar);
}

}  // namespace

void check_no_limbo(const Node::Member& policy_node, const Policy& policy) {
    if (!policy_node.value.is_map()) return;
    for (const auto& pillar : pillars()) check_pillar(policy_node, policy, pillar);
}

}  // namespace werktdoord
