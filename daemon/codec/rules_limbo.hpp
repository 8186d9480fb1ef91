// Whether a policy keeps a clock open in every state of a request (contract section 6).
#pragma once

#include "codec/yaml_node.hpp"
#include "core/deadlines.hpp"

namespace werktdoord {

// An error at the policy or at the clock for whatever could leave an open request without a clock:
// a clock that a state rests on is missing, does not start with the event that enters the state, or
// ends with (or is held back by) an event that does not leave it.
void check_no_limbo(const Node::Member& policy_node, const Policy& policy);

}  // namespace werktdoord
