#include "core/evolve.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

// All but the words of `why`, and what is valid from day to day by itself.
bool same_decision(const Route& a, const Route& b) {
    return a.rules == b.rules && a.regions == b.regions && a.policy == b.policy &&
           a.lead == b.lead && a.unplaced == b.unplaced;
}

// Those at work on it were told who leads (L3): that stays while they are.
bool keeps_lead(const Case& c, const RuleSet& rules) {
    return c.any_open_referral() && rules.regions.contains(c.route.lead);
}

}  // namespace

void route_anew(Progress& progress, RouteChange change) {
    const Case& c = progress.subject();
    Route found = route(c.data, progress.rules(), progress.now());
    if (keeps_lead(c, progress.rules())) found.lead = c.route.lead;
    const bool signposts_too = change == RouteChange::any;
    if (same_decision(found, c.route) && (!signposts_too || found.signposts == c.route.signposts))
        return;
    progress.happen(routed(progress, std::move(found), routed_by_rules));
}

}  // namespace werktdoord
