// Conditions as routing.yaml and signposts.yaml write them (contract section 3, "A matcher").
#pragma once

#include "codec/yaml_node.hpp"
#include "core/matcher.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"

namespace werktdoord {

// Reads a mapping of field names, `all`, `any` and `none`; prepared for `matches`. Errors: unknown
// fields and operators, values of another type than their field, regions, provinces, municipalities
// and words of `kind` and `urgency` that do not exist. An absent node matches everything.
Matcher read_matcher(const Node& node, const Regions& regions, const Places& places);

}  // namespace werktdoord
