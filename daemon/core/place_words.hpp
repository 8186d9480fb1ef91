// Regions and places as people read them. Pure.
#pragma once

#include <string>

#include "core/ruleset.hpp"

namespace werktdoord {

// "Midden-Brabant"; the key of a region that the rules no longer have.
std::string region_name(const RegionKey& region, const RuleSet& rules);

// "5038 AB" of a postcode, however it was typed; any other place as it is.
std::string readable_place(const std::string& place);

// "5038 AB Tilburg"; the one of the two that was given.
std::string place_of(const Site& site);

// "Tilburg"; the postcode as it was typed where no municipality was given.
std::string short_place(const Site& site);

}  // namespace werktdoord
