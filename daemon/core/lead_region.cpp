#include "core/lead_region.hpp"

#include <algorithm>
#include <functional>

namespace werktdoord {

namespace {

int people_at(const RegionSites& region, const std::vector<Site>& sites) {
    int people = 0;
    for (const std::size_t site : region.sites)
        if (site < sites.size()) people += sites[site].headcount.value_or(0);
    return people;
}

using Candidates = std::vector<const RegionSites*>;

// Leaves those that have most of something; whether that told any apart.
bool keep_most(Candidates& candidates, const std::function<int(const RegionSites&)>& value) {
    int most = 0;
    for (const RegionSites* one : candidates) most = std::max(most, value(*one));
    const auto less =
        std::erase_if(candidates, [&](const RegionSites* one) { return value(*one) < most; });
    return less > 0;
}

bool has_region(const std::vector<RegionSites>& regions, const RegionKey& region) {
    return std::any_of(regions.begin(), regions.end(),
                       [&](const RegionSites& one) { return one.region == region; });
}

std::vector<RegionSites> regions_at_work(const Case& c) {
    std::vector<RegionSites> regions;
    const auto takes_part = [](const Referral& referral) {
        return referral.state != ReferralState::declined;
    };
    const bool any = std::any_of(c.referrals.begin(), c.referrals.end(), takes_part);
    for (const Referral& referral : c.referrals)
        if (c.last_referral(referral.region) == &referral && (takes_part(referral) || !any))
            regions.push_back({referral.region, referral.sites});
    if (!regions.empty() && c.taken_up_at) return regions;
    for (const Proposal& proposal : c.route.regions)
        if (c.last_referral(proposal.region) == nullptr)
            regions.push_back({proposal.region, proposal.sites});
    return regions;
}

}  // namespace

std::optional<Lead> lead_among(const std::vector<RegionSites>& regions,
                               const std::vector<Site>& sites) {
    Candidates candidates;
    for (const RegionSites& one : regions) candidates.push_back(&one);
    if (candidates.empty()) return std::nullopt;

    LeadBy by = LeadBy::first_named;
    const auto site_count = [](const RegionSites& one) {
        return static_cast<int>(one.sites.size());
    };
    const auto people = [&](const RegionSites& one) { return people_at(one, sites); };
    if (keep_most(candidates, site_count)) by = LeadBy::most_sites;
    if (candidates.size() > 1 && keep_most(candidates, people)) by = LeadBy::most_people;
    if (candidates.size() == 1) return Lead{candidates.front()->region, by};
    if (candidates.front()->sites.empty())
        return Lead{candidates.front()->region, LeadBy::first_named};
    const auto first = std::min_element(
        candidates.begin(), candidates.end(), [](const RegionSites* a, const RegionSites* b) {
            return *std::min_element(a->sites.begin(), a->sites.end()) <
                   *std::min_element(b->sites.begin(), b->sites.end());
        });
    return Lead{(*first)->region, LeadBy::first_site};
}

RegionKey lead_region(const Case& c) {
    const std::vector<RegionSites> regions = regions_at_work(c);
    if (regions.size() < 2) return {};
    if (has_region(regions, c.route.lead)) return c.route.lead;
    return lead_among(regions, c.data.sites)->region;
}

std::set<RegionKey> regions_of(const Case& c) {
    std::set<RegionKey> regions;
    for (const Referral& referral : c.referrals) regions.insert(referral.region);
    if (regions.empty())
        for (const Proposal& proposal : c.route.regions) regions.insert(proposal.region);
    return regions;
}

}  // namespace werktdoord
