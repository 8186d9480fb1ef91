#include "core/place_words.hpp"

#include "core/fold.hpp"
#include "core/places.hpp"

namespace werktdoord {

std::string region_name(const RegionKey& region, const RuleSet& rules) {
    const Region* found = find_region(rules.regions, region);
    return found == nullptr ? region.text() : found->name;
}

std::string readable_place(const std::string& place) {
    if (!pc4_of(place)) return place;
    std::string text;
    for (const char c : fold(place))
        if (c != ' ') text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (text.size() > 4) text.insert(4, " ");
    return text;
}

std::string place_of(const Site& site) {
    const std::string postcode = readable_place(site.postcode);
    if (postcode.empty()) return site.municipality;
    return site.municipality.empty() ? postcode : postcode + " " + site.municipality;
}

std::string short_place(const Site& site) {
    return site.municipality.empty() ? site.postcode : site.municipality;
}

}  // namespace werktdoord
