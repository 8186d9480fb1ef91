// A route that is worked out before its request is carried out: by whoever reads the submission, so
// that the one thread that writes need not. Pure.
#pragma once

#include <optional>

#include "core/routing.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// Good under the same rules on the same day: that is all a route depends on, see route().
struct RouteAhead {
    Route route;
    RulesPtr rules;
    LocalDay day;
};

// REQUIRES: `rules` is not null.
RouteAhead route_ahead(const RequestData& data, RulesPtr rules, Instant now);

// What route() gives, taken from `ahead` where that is still good.
Route route(const RequestData& data, const std::optional<RouteAhead>& ahead, const RuleSet& rules,
            Instant now);

}  // namespace werktdoord
