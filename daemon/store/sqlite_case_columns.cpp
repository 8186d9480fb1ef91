// The columns that follow from a case as a whole, for lists, digests and reports.

#include "core/countable.hpp"
#include "core/lead_region.hpp"
#include "core/place_words.hpp"
#include "store/json_list.hpp"
#include "store/sqlite_cases.hpp"

namespace werktdoord {

std::string place_of(const Case& it, const Referral& referral) {
    const std::size_t index = referral.sites.empty() ? 0 : referral.sites.front();
    if (index >= it.data.sites.size()) return {};
    return short_place(it.data.sites[index]);
}

std::optional<Instant> earliest_due(const Case& it, int referral) {
    std::optional<Instant> earliest;
    for (const Clock& clock : it.clocks) {
        const bool meant = clock.open() && (referral == 0 || clock.referral == referral);
        if (meant && (!earliest || clock.due < *earliest)) earliest = clock.due;
    }
    return earliest;
}

std::string regions_text(const Case& it) {
    const std::set<RegionKey> regions = regions_of(it);
    return to_list_text(std::vector<RegionKey>(regions.begin(), regions.end()));
}

bool is_unplaced(const Case& it) {
    return it.route.regions.empty() || !it.route.unplaced.empty();
}

std::string themes_text(const Case& it) {
    return to_list_text(countable_themes(it.data.themes));
}

std::string lead_text(const Case& it) {
    return lead_region(it).text();
}

}  // namespace werktdoord
