// What `route` prints of one request, for a program.
#pragma once

#include <string>

#include "core/ruleset.hpp"

namespace werktdoord {

// One JSON line: the rules that decided, regions, contacts, WSPs, policy, signposts, lead region,
// and the proposals per region, as of `now` (contract section 1).
std::string route_line(const RequestData& data, const RuleSet& rules, Instant now);

}  // namespace werktdoord
