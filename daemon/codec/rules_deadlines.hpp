// deadlines.yaml: policies and escalation ladders (contract section 3).
#pragma once

#include "codec/yaml_node.hpp"
#include "core/deadlines.hpp"

namespace werktdoord {

// Errors: clocks, events, roles and policies that do not exist, no default policy, a policy that
// could leave an open request without a clock (contract section 6, "No limbo"), and all that has
// the wrong form.
Deadlines read_deadlines(Node root);

}  // namespace werktdoord
