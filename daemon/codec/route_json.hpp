// A route as JSON text: what the rules decided, as the store keeps it.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/routing.hpp"

namespace werktdoord {

// {"rules":[…],"proposals":[{"region":…,"sites":[…],"wsps":[…],"inform":[…],"mode":…}],
//  "policy":…,"lead":…,"unplaced":[{"site":…,"why":…}],"signposts":[…],"why":[…]}
boost::json::object route_object(const Route& route);
std::string route_to_json(const Route& route);

// Fails on anything that route_to_json does not write.
Parsed<Route> route_from_json(std::string_view text);

}  // namespace werktdoord
