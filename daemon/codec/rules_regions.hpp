// regions.yaml: the regions with their people and WSPs (contract section 3).
#pragma once

#include "codec/yaml_node.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"

namespace werktdoord {

// Errors: a region without a WSP, a municipality that is unknown or lies in another region, two
// regions with one code, and all that has the wrong form. Warning: a contact who is its own backup.
Regions read_regions(Node root, const Places& places);

}  // namespace werktdoord
