// roster.yaml: the team and who is on duty when (contract section 3).
#pragma once

#include "codec/yaml_node.hpp"
#include "core/roster.hpp"

namespace werktdoord {

// Errors: members that do not exist or bear a name that means somebody else in an event's `by`, a
// day overridden twice, absences that end before they begin, and all that has the wrong form.
Roster read_roster(Node root);

}  // namespace werktdoord
