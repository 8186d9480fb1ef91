// A route as JSON text: what the rules decided, as the store keeps it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/json_text.hpp"
#include "core/routing.hpp"

namespace werktdoord {

// {"rules":[…],"proposals":[{"region":…,"sites":[…],"wsps":[…],"inform":[…],"mode":…}],
//  "policy":…,"lead":…,"unplaced":[{"site":…,"why":…}],"signposts":[…],"why":[…]}
std::string route_to_json(const Route& route);

// How: all but the proposals and the signposts, which stand elsewhere.
enum class RoutePart { all, how };
void write_route(JsonText& out, const Route& route, RoutePart part);

// The members of one proposal.
void write_proposal(JsonText& out, const Proposal& proposal);

// Fails on anything that route_to_json does not write.
Parsed<Route> route_from_json(std::string_view text);

}  // namespace werktdoord
