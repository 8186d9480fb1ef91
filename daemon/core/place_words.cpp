#include "core/place_words.hpp"

namespace werktdoord {

std::string region_name(const RegionKey& region, const RuleSet& rules) {
    const auto found = rules.regions.find(region);
    return found == rules.regions.end() ? region.text() : found->second.name;
}

std::string place_of(const Site& site) {
    if (site.postcode.empty()) return site.municipality;
    return site.municipality.empty() ? site.postcode : site.postcode + " " + site.municipality;
}

std::string short_place(const Site& site) {
    return site.municipality.empty() ? site.postcode : site.municipality;
}

}  // namespace werktdoord
