#include "core/proposal.hpp"

namespace werktdoord {

Proposal proposal_for(const RegionKey& region, const Case& c, const RuleSet& rules) {
    if (const Proposal* proposal = c.route.find(region)) return *proposal;

    Proposal proposal;
    proposal.region = region;
    std::vector<MunicipalityCode> municipalities;
    for (std::size_t site = 0; site < c.data.sites.size(); ++site) {
        const auto placed = rules.places.place(c.data.sites[site]);
        if (!placed || placed->region != region) continue;
        proposal.sites.push_back(site);
        municipalities.push_back(placed->municipality);
    }
    if (proposal.sites.empty())
        for (std::size_t site = 0; site < c.data.sites.size(); ++site)
            proposal.sites.push_back(site);
    proposal.wsps = rules.regions.at(region).wsps_for(municipalities);
    return proposal;
}

}  // namespace werktdoord
