#include <algorithm>

#include "base/items.hpp"
#include "codec/review.hpp"
#include "codec/rules_file_names.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

using enum EventName;

void review_policies(const Review& review) {
    const Deadlines& deadlines = review.rules.deadlines;
    for (const auto& [name, policy] : deadlines.policies) {
        const bool used = name == deadlines.default_policy ||
                          std::any_of(review.rules.routing.begin(), review.rules.routing.end(),
                                      [&policy_name = name](const Rule& rule) {
                                          return rule.deadlines == policy_name;
                                      });
        if (!used)
            review.warn_at_key(rules_file::deadlines, {"policies", name},
                               "no rule uses policy " + named(name) +
                                   " and it is not the default; name it in \"deadlines\" of a rule "
                                   "or take it out");
    }
}

// How the policies that have a clock write it.
std::vector<const ClockRule*> written(const RuleSet& rules, ClockName clock) {
    std::vector<const ClockRule*> found;
    for (const auto& [name, policy] : rules.deadlines.policies)
        if (const ClockRule* rule = policy.find_rule(clock)) found.push_back(rule);
    return found;
}

// Before the take-up only rules refer, and what is assessed has not been referred.
bool never_while_referred(const Review& review, ClockName clock) {
    const auto rules = written(review.rules, clock);
    if (clock == ClockName::take_up) {
        const bool at_once = std::any_of(
            review.rules.routing.begin(), review.rules.routing.end(),
            [](const Rule& rule) { return rule.refer && rule.refer->mode == Mode::immediately; });
        return !at_once && std::all_of(rules.begin(), rules.end(), [](const ClockRule* rule) {
            return rule->from == std::vector{request_registered};
        });
    }
    return clock == ClockName::assess &&
           std::all_of(rules.begin(), rules.end(), [](const ClockRule* rule) {
               return rule->from == std::vector{request_taken_up} &&
                      has(rule->unless, request_referred) && has(rule->until, request_referred);
           });
}

bool some_region_has(const RuleSet& rules, Role role) {
    if (role == Role::regional_contact || role == Role::wsp) return true;
    return std::any_of(rules.regions.begin(), rules.regions.end(), [&](const auto& entry) {
        const Region& region = entry.second;
        return role == Role::backup ? region.backup.has_value() : region.inform.contains(role);
    });
}

// Why nobody but the team ever stands for the role there; empty where somebody does.
std::string why_nobody(const Review& review, ClockName clock, Role role) {
    if (is_team_role(role)) return {};
    if (!some_region_has(review.rules, role))
        return "no region has a " + std::string(name_of(role));
    if (clock == ClockName::forward && role == Role::wsp)
        return "no WSP has the referral while " + std::string(name_of(clock)) + " runs";
    if (never_while_referred(review, clock))
        return "the request is with no region while " + std::string(name_of(clock)) + " runs";
    return {};
}

// Whether a warning so long after the start comes no sooner than the clock is due. Of lengths in
// other units that depends on the day.
bool warns_too_late(const ClockRule& rule) {
    if (!rule.warn || rule.warn->before) return false;
    const auto in_days = [](Span span) {
        return span.unit == Unit::weeks ? Span{span.count * 7, Unit::days} : span;
    };
    const Span warn = in_days(rule.warn->span);
    const Span within = in_days(rule.within);
    return warn.unit == within.unit && warn.count >= within.count;
}

void review_warnings(const Review& review) {
    for (const auto& [name, policy] : review.rules.deadlines.policies)
        for (const auto& [clock, rule] : policy.clocks)
            if (warns_too_late(rule))
                review.warn(rules_file::deadlines, {"policies", name, name_of(clock), "warn"},
                            "this warning is never given: the clock is due by then; warn sooner "
                            "after the start, or \"before\"");
}

void review_step(const Review& review, ClockName clock, std::size_t index,
                 const EscalationStep& step) {
    const std::string_view name = name_of(clock);
    const auto rules = written(review.rules, clock);
    if (step.on == AlertStep::warned &&
        std::none_of(rules.begin(), rules.end(), [](const ClockRule* r) { return r->warn; }))
        review.warn(rules_file::deadlines, {"escalation", name, index, "on"},
                    "this step reaches nobody: no policy warns on " + std::string(name) +
                        "; give the clock \"warn\" or take the step out");
    for (std::size_t i = 0; i < step.to.size(); ++i)
        if (const std::string why = why_nobody(review, clock, step.to[i]); !why.empty())
            review.warn(rules_file::deadlines, {"escalation", name, index, "to", i},
                        std::string(name_of(step.to[i])) + " reaches nobody here: " + why +
                            ", so the team hears of it; name owner, team or coordinator instead");
}

}  // namespace

void review_deadlines(const Review& review) {
    review_policies(review);
    review_warnings(review);
    for (const auto& [clock, steps] : review.rules.deadlines.escalation) {
        const std::string_view name = name_of(clock);
        if (written(review.rules, clock).empty()) {
            review.warn_at_key(rules_file::deadlines, {"escalation", name},
                               "these steps reach nobody: no policy has the clock " +
                                   std::string(name) + "; add it to a policy or take them out");
            continue;
        }
        for (std::size_t i = 0; i < steps.size(); ++i) review_step(review, clock, i, steps[i]);
    }
}

}  // namespace werktdoord
