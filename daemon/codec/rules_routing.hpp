// routing.yaml: the rules that send a request to regions (contract section 3).
#pragma once

#include <string>
#include <vector>

#include "codec/yaml_node.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"
#include "core/routing.hpp"

namespace werktdoord {

// What rules may name.
struct RoutingNames {
    const Regions& regions;
    const Places& places;
    std::vector<std::string> policies;
};

// Errors: rules without a name or with the same one, names that do not exist, a rule that does
// nothing, rules behind one that always decides, and all that has the wrong form. Warning: a rule
// that decides without a region.
std::vector<Rule> read_routing(Node root, const RoutingNames& names);

}  // namespace werktdoord
