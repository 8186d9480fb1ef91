#include "core/digest_plan.hpp"

#include <algorithm>

#include "core/fold.hpp"
#include "core/recipients.hpp"
#include "core/standing_in.hpp"

namespace werktdoord {
namespace {

DigestPlan& plan_of(std::vector<DigestPlan>& plans, const Recipient& to) {
    const auto known = std::find_if(plans.begin(), plans.end(), [&](const DigestPlan& plan) {
        return same_address(plan.to.address, to.address);
    });
    if (known != plans.end()) return *known;
    plans.push_back({to, {}});
    return plans.back();
}

std::vector<DigestPlan> contact_plans(const RuleSet& rules, LocalDay day) {
    std::vector<DigestPlan> plans;
    for (const auto& [key, region] : rules.regions)
        for (const Recipient& to : receivers_of_contact(region, rules.roster, day))
            plan_of(plans, to).regions.push_back(key);
    return plans;
}

std::vector<DigestPlan> team_plans(const RuleSet& rules, LocalDay day) {
    std::vector<DigestPlan> plans;
    for (const auto& [key, member] : rules.roster.team)
        if (!rules.roster.is_absent(key, day))
            plan_of(plans, member_recipient(Role::team, key, rules));
    if (plans.empty())
        plans.push_back({member_recipient(Role::team, rules.roster.coordinator, rules), {}});
    return plans;
}

}  // namespace

std::vector<DigestPlan> digest_plan(const RuleSet& rules, DigestKind kind, LocalDay day) {
    return kind == DigestKind::team ? team_plans(rules, day) : contact_plans(rules, day);
}

}  // namespace werktdoord
