// The one walk along the rules that routing and its explanation share.
#pragma once

#include <vector>

#include "core/routing.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// What the walk found. `decided` points into the rule set.
struct Walk {
    Route route;
    std::vector<Placement> placements;  // of the sites that could be placed
    std::vector<std::size_t> site_of;   // beside placements: index into RequestData::sites
    std::vector<const Rule*> decided;   // the rules that matched, in their order
};

// The regions that a rule names for these sites, each once, in its order.
std::vector<RegionKey> regions_of(const Walk& walk, const Refer& refer);

Walk walk_rules(const RequestData& data, const RuleSet& rules, Instant now);

}  // namespace werktdoord
