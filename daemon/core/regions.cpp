#include "core/regions.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "core/fold.hpp"

namespace werktdoord {

bool Person::is_absent(LocalDay day) const {
    return std::any_of(absent.begin(), absent.end(),
                       [day](const Absence& absence) { return absence.covers(day); });
}

bool Wsp::covers(const MunicipalityCode& municipality) const {
    return municipalities.empty() || has(municipalities, municipality);
}

const Wsp* Region::find_wsp(const WspKey& wsp) const {
    const auto found =
        std::find_if(wsps.begin(), wsps.end(), [&wsp](const Wsp& one) { return one.key == wsp; });
    return found == wsps.end() ? nullptr : &*found;
}

bool Region::is_own_backup() const {
    return backup && same_address(backup->email, contact.email);
}

std::vector<WspKey> Region::wsps_for(const std::vector<MunicipalityCode>& municipalities) const {
    const auto covered = [this](const MunicipalityCode& municipality) {
        return std::any_of(wsps.begin(), wsps.end(),
                           [&](const Wsp& wsp) { return wsp.covers(municipality); });
    };
    const bool all = municipalities.empty() ||
                     !std::all_of(municipalities.begin(), municipalities.end(), covered);
    std::vector<WspKey> keys;
    for (const Wsp& wsp : wsps)
        if (all || std::any_of(municipalities.begin(), municipalities.end(),
                               [&wsp](const MunicipalityCode& one) { return wsp.covers(one); }))
            keys.push_back(wsp.key);
    return keys;
}

const Region* find_region(const Regions& regions, const RegionKey& key) {
    const auto found = regions.find(key);
    return found == regions.end() ? nullptr : &found->second;
}

const Wsp* find_wsp(const Regions& regions, const RegionKey& region, const WspKey& wsp) {
    const Region* found = find_region(regions, region);
    return found == nullptr ? nullptr : found->find_wsp(wsp);
}

}  // namespace werktdoord
