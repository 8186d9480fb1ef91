// A request as an example of the rules writes it: the names of contract section 4, in YAML.
#pragma once

#include "codec/yaml_node.hpp"
#include "core/model.hpp"

namespace werktdoord {

// Errors: kind, sites or headcount missing, sites without postcode and municipality, wrong values.
// Warning: a member that a request does not have (the intake would keep it, an example has no use
// for it).
RequestData read_request(Node node);

}  // namespace werktdoord
