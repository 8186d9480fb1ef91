#include "core/site_numbers.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "core/fold.hpp"
#include "core/places.hpp"

namespace werktdoord {

namespace {

// The postcode tells where both have one: a municipality may have been added to it.
bool same_place(const Site& site, const Site& other) {
    if (!site.postcode.empty() && !other.postcode.empty())
        return fold(site.postcode) == fold(other.postcode);
    return !site.municipality.empty() &&
           name_key(site.municipality) == name_key(other.municipality);
}

// The same number first: two sites may be of one place.
std::optional<std::size_t> number_of(const Site& site, std::size_t before,
                                     const std::vector<Site>& after) {
    if (before < after.size() && same_place(site, after[before])) return before;
    const auto found =
        std::ranges::find_if(after, [&](const Site& other) { return same_place(site, other); });
    if (found == after.end()) return std::nullopt;
    return static_cast<std::size_t>(found - after.begin());
}

}  // namespace

std::vector<std::size_t> renumbered(const std::vector<std::size_t>& numbers,
                                    const std::vector<Site>& before,
                                    const std::vector<Site>& after) {
    std::set<std::size_t> now;
    for (const std::size_t number : numbers) {
        if (number >= before.size()) continue;
        if (const auto found = number_of(before[number], number, after)) now.insert(*found);
    }
    return {now.begin(), now.end()};
}

}  // namespace werktdoord
