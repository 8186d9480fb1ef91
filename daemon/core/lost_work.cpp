#include "core/lost_work.hpp"

namespace werktdoord {

OpenWork lost_work(const OpenWork& open, const RuleSet& rules) {
    OpenWork lost;
    for (const auto& [key, wsp] : open) {
        const Region* region = find_region(rules.regions, key);
        if (region == nullptr || (wsp && region->find_wsp(*wsp) == nullptr))
            lost.emplace_back(key, wsp);
    }
    return lost;
}

std::string lost_work_text(const OpenWork::value_type& lost) {
    const std::string wsp = lost.second ? "WSP " + lost.second->text() + " of " : "";
    return wsp + "region " + lost.first.text() + " has open work and cannot be removed";
}

}  // namespace werktdoord
