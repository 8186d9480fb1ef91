#include "core/proposal.hpp"

#include <numeric>

namespace werktdoord {

namespace {

// The sites that no open referral serves; all of them where there is none of these.
std::vector<std::size_t> sites_without_a_region(const Case& c) {
    std::vector<std::size_t> all(c.data.sites.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<std::size_t> left = all;
    for (const Referral& referral : c.referrals)
        if (referral.open())
            for (const std::size_t site : referral.sites) std::erase(left, site);
    return left.empty() ? all : left;
}

}  // namespace

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
    if (proposal.sites.empty()) proposal.sites = sites_without_a_region(c);
    proposal.wsps = rules.regions.at(region).wsps_for(municipalities);
    return proposal;
}

std::vector<WspKey> proposed_wsps(const Case& c, const Referral& referral, const RuleSet& rules) {
    const Region* region = find_region(rules.regions, referral.region);
    if (region == nullptr) return {};
    std::vector<WspKey> wsps = referral.proposed;
    std::erase_if(wsps, [&](const WspKey& wsp) { return region->find_wsp(wsp) == nullptr; });
    return wsps.empty() ? proposal_for(referral.region, c, rules).wsps : wsps;
}

}  // namespace werktdoord
