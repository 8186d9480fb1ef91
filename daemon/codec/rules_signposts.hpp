// signposts.yaml: the initiatives an employer is pointed to (contract section 3).
#pragma once

#include <vector>

#include "codec/yaml_node.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"
#include "core/signposts.hpp"

namespace werktdoord {

// In the order of the file. Errors: links that are no web address, periods that end before they
// begin, tiers that overlap, what `when` gets wrong (rules_matcher.hpp), and wrong forms.
std::vector<Signpost> read_signposts(Node root, const Regions& regions, const Places& places);

}  // namespace werktdoord
