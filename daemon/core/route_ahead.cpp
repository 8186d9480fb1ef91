#include "core/route_ahead.hpp"

#include <utility>

namespace werktdoord {

RouteAhead route_ahead(const RequestData& data, RulesPtr rules, Instant now) {
    Route found = route(data, *rules, now);
    const LocalDay today = rules->calendar.zone().day_of(now);
    return {std::move(found), std::move(rules), today};
}

Route route(const RequestData& data, const std::optional<RouteAhead>& ahead, const RuleSet& rules,
            Instant now) {
    const bool good =
        ahead && ahead->rules.get() == &rules && ahead->day == rules.calendar.zone().day_of(now);
    return good ? ahead->route : route(data, rules, now);
}

}  // namespace werktdoord
