// The numbers of sites after an amendment: a referral keeps its places, not their numbers. Pure.
#pragma once

#include <vector>

#include "core/model.hpp"

namespace werktdoord {

// Where these sites of `before` stand in `after`, ascending; one whose place stands there no more
// is left out. Places are the same by postcode, and by municipality where one of them has no
// postcode.
std::vector<std::size_t> renumbered(const std::vector<std::size_t>& numbers,
                                    const std::vector<Site>& before,
                                    const std::vector<Site>& after);

}  // namespace werktdoord
