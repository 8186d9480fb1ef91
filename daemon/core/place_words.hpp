// Regions and places as people read them. Pure.
#pragma once

#include <string>

#include "core/ruleset.hpp"

namespace werktdoord {

// "Midden-Brabant"; the key of a region that the rules no longer have.
std::string region_name(const RegionKey& region, const RuleSet& rules);

// "5038 AB Tilburg"; the one of the two that was given.
std::string place_of(const Site& site);

// "Tilburg"; the postcode where no municipality was given.
std::string short_place(const Site& site);

}  // namespace werktdoord
