#include "core/signposts.hpp"

namespace werktdoord {

const Tier* tier_for(const Signpost& signpost, std::optional<int> size) {
    if (!size) return nullptr;
    for (const Tier& tier : signpost.tiers)
        if (*size >= tier.employees_from &&
            (!tier.employees_until || *size <= *tier.employees_until))
            return &tier;
    return nullptr;
}

std::vector<const Signpost*> matching_signposts(const std::vector<Signpost>& signposts,
                                                const MatchFacts& facts, LocalDay today) {
    std::vector<const Signpost*> fitting;
    const std::optional<int> size = facts.data().employer.size;
    for (const Signpost& signpost : signposts) {
        const Period& valid = signpost.valid;
        if ((valid.from && today < *valid.from) || (valid.until && today > *valid.until)) continue;
        if (!signpost.tiers.empty() && size && !tier_for(signpost, size)) continue;
        if (matches(signpost.when, facts)) fitting.push_back(&signpost);
    }
    return fitting;
}

}  // namespace werktdoord
