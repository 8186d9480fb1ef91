#include "core/lost_work.hpp"

namespace werktdoord {

OpenWork lost_work(const OpenWork& open, const RuleSet& rules) {
    OpenWork lost;
    for (const auto& [key, wsp] : open) {
        const auto region = rules.regions.find(key);
        const bool known = region != rules.regions.end();
        if (!known || (wsp && region->second.find_wsp(*wsp) == nullptr))
            lost.emplace_back(key, wsp);
    }
    return lost;
}

std::string lost_work_text(const OpenWork::value_type& lost) {
    const std::string wsp = lost.second ? "WSP " + lost.second->text() + " of " : "";
    return wsp + "region " + lost.first.text() + " has open work and cannot be removed";
}

}  // namespace werktdoord
