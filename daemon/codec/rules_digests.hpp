// digests.yaml: when the daily lists go out (contract section 3).
#pragma once

#include "codec/yaml_node.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// A digest that the file leaves out is not sent.
DigestRules read_digests(Node root);

}  // namespace werktdoord
