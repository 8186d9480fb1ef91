#include "core/routing.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "core/dutch.hpp"
#include "core/lead_region.hpp"
#include "core/place_words.hpp"
#include "core/routing_walk.hpp"

namespace werktdoord {
namespace {

std::string site_words(std::size_t site) {
    return "Vestiging " + std::to_string(site + 1) + ": ";
}

void place_sites(Walk& walk, const RequestData& data, const Places& places) {
    walk.placements.reserve(data.sites.size());
    for (std::size_t site = 0; site < data.sites.size(); ++site) {
        Result<Placement> placed = places.place(data.sites[site]);
        if (!placed) {
            walk.route.unplaced.push_back({site, placed.error().text});
            continue;
        }
        walk.route.why.push_back(site_words(site) + placed->why + ".");
        if (!placed->disagreement.empty())
            walk.route.why.push_back(site_words(site) + placed->disagreement + ".");
        walk.placements.push_back(std::move(*placed));
        walk.site_of.push_back(site);
    }
}

std::vector<std::size_t> sites_in(const Walk& walk, const RegionKey& region) {
    std::vector<std::size_t> sites;
    for (std::size_t i = 0; i < walk.placements.size(); ++i)
        if (walk.placements[i].region == region) sites.push_back(walk.site_of[i]);
    return sites;
}

std::vector<std::size_t> sites_for(const Walk& walk, const RegionKey& region, std::size_t count) {
    std::vector<std::size_t> sites = sites_in(walk, region);
    if (sites.empty())
        for (std::size_t site = 0; site < count; ++site) sites.push_back(site);
    return sites;
}

std::vector<WspKey> wsps_for(const Walk& walk, const Region& region, const Refer& refer) {
    std::vector<WspKey> wsps;
    for (const WspKey& wsp : refer.wsps)
        if (region.find_wsp(wsp)) add_once(wsps, wsp);
    if (!wsps.empty()) return wsps;
    std::vector<MunicipalityCode> municipalities;
    for (const Placement& placement : walk.placements)
        if (placement.region == region.key) add_once(municipalities, placement.municipality);
    return region.wsps_for(municipalities);
}

// A site in a region that has no people yet waits like one that lies nowhere.
void leave_unplaced(Walk& walk, const RegionKey& region) {
    const std::string why = "regio " + region.text() + " staat niet in regions.yaml";
    for (const std::size_t site : sites_in(walk, region))
        add_once(walk.route.unplaced, UnplacedSite{site, why});
}

void contribute(Walk& walk, const Refer& refer, const Regions& regions, std::size_t site_count) {
    for (const RegionKey& key : regions_of(walk, refer)) {
        const Region* region = find_region(regions, key);
        if (region == nullptr) {
            leave_unplaced(walk, key);
            continue;
        }
        auto& proposals = walk.route.regions;
        auto proposal = std::find_if(proposals.begin(), proposals.end(),
                                     [&](const Proposal& p) { return p.region == key; });
        if (proposal == proposals.end())
            proposal = proposals.insert(
                proposals.end(), {key, refer.mode, sites_for(walk, key, site_count), {}, {}});
        for (const WspKey& wsp : wsps_for(walk, *region, refer)) add_once(proposal->wsps, wsp);
        for (const Role role : refer.inform) add_once(proposal->inform, role);
    }
}

void try_rules(Walk& walk, const RequestData& data, const RuleSet& rules, const MatchFacts& facts) {
    for (const Rule& rule : rules.routing) {
        if (!matches(rule.when, facts)) continue;
        walk.decided.push_back(&rule);
        walk.route.rules.push_back(rule.name);
        if (rule.refer) contribute(walk, *rule.refer, rules.regions, data.sites.size());
        if (walk.route.policy.empty()) walk.route.policy = rule.deadlines;
        if (!rule.go_on) break;
    }
    if (walk.route.policy.empty()) walk.route.policy = rules.deadlines.default_policy;
}

std::string lead_words(LeadBy by) {
    switch (by) {
        case LeadBy::most_sites:
            return "daar liggen de meeste vestigingen";
        case LeadBy::most_people:
            return "daar gaat het om de meeste mensen";
        case LeadBy::first_site:
            return "daar ligt de eerste vestiging";
        case LeadBy::first_named:
            break;
    }
    return "de regels noemen die regio het eerst";
}

// REQUIRES: the proposals stand in the order in which rules named them.
void choose_lead(Walk& walk, const RequestData& data, const RuleSet& rules) {
    std::vector<RegionSites> regions;
    for (const Proposal& proposal : walk.route.regions)
        regions.push_back({proposal.region, sites_in(walk, proposal.region)});
    const std::optional<Lead> lead = lead_among(regions, data.sites);
    if (!lead) return;
    walk.route.lead = lead->region;
    if (regions.size() > 1)
        walk.route.why.push_back(dutch_region(region_name(lead->region, rules), "Regio ") +
                                 " is de hoofdregio, want " + lead_words(lead->by) + ".");
}

void tell_what_is_missing(Walk& walk) {
    Route& route = walk.route;
    std::sort(route.unplaced.begin(), route.unplaced.end(),
              [](const UnplacedSite& a, const UnplacedSite& b) { return a.site < b.site; });
    for (const UnplacedSite& unplaced : route.unplaced)
        route.why.push_back(site_words(unplaced.site) + "niet geplaatst, want " + unplaced.why +
                            ".");
    if (!route.regions.empty()) return;
    if (walk.decided.empty()) {
        route.why.push_back("Geen enkele regel past op deze melding.");
    } else if (!walk.decided.back()->refer) {
        route.why.push_back("Regel " + route.rules.back() + " noemt geen regio.");
    } else {
        route.why.push_back("Regel " + route.rules.back() +
                            " vraagt de regio van de vestiging, maar geen vestiging is geplaatst.");
    }
}

}  // namespace

std::vector<RegionKey> regions_of(const Walk& walk, const Refer& refer) {
    if (!refer.region_of_site) return refer.regions;
    std::vector<RegionKey> regions;
    for (const Placement& placement : walk.placements) add_once(regions, placement.region);
    return regions;
}

Walk walk_rules(const RequestData& data, const RuleSet& rules, Instant now) {
    Walk walk;
    place_sites(walk, data, rules.places);
    const MatchFacts facts(data, walk.placements, rules.places);
    try_rules(walk, data, rules, facts);
    choose_lead(walk, data, rules);
    std::sort(walk.route.regions.begin(), walk.route.regions.end(),
              [](const Proposal& a, const Proposal& b) { return a.region < b.region; });
    tell_what_is_missing(walk);
    const LocalDay today = rules.calendar.zone().day_of(now);
    for (const Signpost* signpost : matching_signposts(rules.signposts, facts, today))
        walk.route.signposts.push_back(signpost->key);
    return walk;
}

Route route(const RequestData& data, const RuleSet& rules, Instant now) {
    return walk_rules(data, rules, now).route;
}

const Proposal* Route::find(const RegionKey& region) const {
    const auto it = std::find_if(regions.begin(), regions.end(),
                                 [&](const Proposal& p) { return p.region == region; });
    return it == regions.end() ? nullptr : &*it;
}

Mode Route::mode() const {
    const bool any = std::any_of(regions.begin(), regions.end(),
                                 [](const Proposal& p) { return p.mode == Mode::immediately; });
    return any ? Mode::immediately : Mode::after_assessment;
}

}  // namespace werktdoord
