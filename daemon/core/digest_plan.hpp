// Who gets a digest on a day, and about which regions (contract section 3, digests). Pure.
#pragma once

#include <vector>

#include "core/digest_times.hpp"

namespace werktdoord {

// One digest for one address. `to` is in the role and with the key of its first region.
struct DigestPlan {
    Recipient to;
    std::vector<RegionKey> regions;  // by key; empty: the team's, over all
    friend bool operator==(const DigestPlan&, const DigestPlan&) = default;
};

// The digests of a local day, one per address.
// regional_contact: over all regions that the address receives for on that day; an absent
// contact's goes to who stands in instead. By the key of their first region.
// team: the members present that day, by key; the coordinator when nobody is.
std::vector<DigestPlan> digest_plan(const RuleSet& rules, DigestKind kind, LocalDay day);

}  // namespace werktdoord
