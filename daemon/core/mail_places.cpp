#include "core/mail_places.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "base/listed.hpp"
#include "core/dutch.hpp"
#include "core/lead_region.hpp"
#include "core/place_words.hpp"
#include "core/standing_in.hpp"

namespace werktdoord {

namespace {

using Sites = std::vector<std::size_t>;

std::string places_of(const Case& c, const Sites& sites) {
    std::vector<std::string> places;
    for (const std::size_t site : sites)
        if (site < c.data.sites.size()) places.push_back(place_of(c.data.sites[site]));
    return joined(places, ", ");
}

std::string referral_status(const Case& c, const Referral& referral) {
    if (referral.state == ReferralState::reported_back) return dutch_outcome(referral.outcome);
    if (!referral.open()) return dutch(referral.state);
    const bool awaited = std::any_of(referral.asks.begin(), referral.asks.end(),
                                     [](const WspAsk& ask) { return ask.awaited(); });
    const std::string status = !referral.forwarded_at ? "bij het regionale contact"
                               : awaited              ? "bij het WSP"
                                                      : "het WSP heeft gereageerd";
    const Clock* feedback = c.open_clock(ClockName::feedback, referral.ordinal, std::nullopt);
    const bool silent = feedback != nullptr && feedback->state == ClockState::missed;
    return silent ? status + "; wij vragen de regio hoe het gaat" : status;
}

constexpr const char* not_referred = "nog niet doorgestuurd";

// Who serves a site now: the open referrals, else the last one that did.
std::vector<const Referral*> referrals_of(const Case& c, std::size_t site) {
    std::vector<const Referral*> open;
    const Referral* last = nullptr;
    for (const Referral& referral : c.referrals) {
        if (!has(referral.sites, site)) continue;
        last = &referral;
        if (referral.open()) open.push_back(&referral);
    }
    if (open.empty() && last != nullptr) open.push_back(last);
    return open;
}

// "2"; "2 (samen met 5081 AA)" where the region fills the places of several sites together.
std::string filled_words(const Case& c, const Referral& referral, std::size_t site) {
    if (referral.filled == 0) return "";
    Sites others = referral.sites;
    std::erase(others, site);
    const std::string filled = std::to_string(referral.filled);
    return others.empty() ? filled : filled + " (samen met " + places_of(c, others) + ")";
}

// The regions that a site is proposed to.
std::string proposed_regions(const Case& c, const RuleSet& rules, std::size_t site) {
    std::vector<std::string> names;
    for (const Proposal& proposal : c.route.regions)
        if (has(proposal.sites, site)) names.push_back(region_name(proposal.region, rules));
    return joined(names, ", ");
}

Facts site_facts(const Case& c, const RuleSet& rules, std::size_t site) {
    const std::vector<const Referral*> referrals = referrals_of(c, site);
    std::vector<std::string> names;
    std::vector<std::string> states;
    std::vector<std::string> filled;
    for (const Referral* referral : referrals) {
        const std::string name = region_name(referral->region, rules);
        const std::string before = referrals.size() > 1 ? name + ": " : "";
        names.push_back(name);
        states.push_back(before + referral_status(c, *referral));
        const std::string words = filled_words(c, *referral, site);
        if (!words.empty()) filled.push_back(before + words);
    }
    Facts item;
    item.values["place"] = place_of(c.data.sites[site]);
    item.values["region_name"] =
        referrals.empty() ? proposed_regions(c, rules, site) : joined(names, ", ");
    item.values["status_nl"] = referrals.empty() ? not_referred : joined(states, "; ");
    if (referrals.empty() && item.values["region_name"].empty())
        item.values["status_nl"] = "wij zoeken nog uit bij welke regio dit hoort";
    item.values["filled"] = joined(filled, "; ");
    return item;
}

// Of these sites those in a municipality that the WSP serves; all where it serves none of them.
Sites sites_of_wsp(const Case& c, const RuleSet& rules, const Sites& sites, const Wsp& wsp) {
    Sites own;
    for (const std::size_t site : sites) {
        if (site >= c.data.sites.size()) continue;
        const auto placed = rules.places.place(c.data.sites[site]);
        if (placed && wsp.covers(placed->municipality)) own.push_back(site);
    }
    return own.empty() ? sites : own;
}

void add_sites(Facts& facts, const Case& c, const RuleSet& rules, const Sites* meant) {
    for (std::size_t site = 0; site < c.data.sites.size(); ++site) {
        const bool own = meant == nullptr || has(*meant, site);
        facts.lists[own ? "sites" : "other_sites"].push_back(site_facts(c, rules, site));
    }
}

Recipient there_at(const Region& region, const RuleSet& rules, Instant now) {
    return who_is_there(region, rules.roster, rules.calendar.zone().day_of(now));
}

Facts region_facts(const Case& c, const RuleSet& rules, const RegionKey& key, const Sites& sites,
                   Instant now) {
    Facts item;
    item.values["name"] = region_name(key, rules);
    item.values["sites"] = places_of(c, sites);
    const Region* region = find_region(rules.regions, key);
    if (region == nullptr) return item;
    const Recipient contact = there_at(*region, rules, now);
    item.values["contact_name"] = contact.name;
    item.values["contact_email"] = contact.address;
    return item;
}

void add_regions(Facts& facts, const Case& c, const RuleSet& rules, Instant now) {
    auto& list = facts.lists["regions"];
    // A region that was referred to twice is told once, as it stands now.
    for (const Referral& referral : c.referrals) {
        if (c.last_referral(referral.region) != &referral) continue;
        Facts item = region_facts(c, rules, referral.region, referral.sites, now);
        item.values["status_nl"] = referral_status(c, referral);
        item.values["filled"] = referral.filled > 0 ? std::to_string(referral.filled) : "";
        list.push_back(std::move(item));
    }
    if (c.taken_up_at) return;
    for (const Proposal& proposal : c.route.regions) {
        if (c.last_referral(proposal.region) != nullptr) continue;
        Facts item = region_facts(c, rules, proposal.region, proposal.sites, now);
        item.values["status_nl"] = not_referred;
        list.push_back(std::move(item));
    }
}

void add_wsps(Facts& facts, const Case& c, const RuleSet& rules, const Region& region,
              const Referral& referral) {
    for (const WspKey& key : referral.proposed) {
        const Wsp* wsp = region.find_wsp(key);
        if (wsp == nullptr) continue;
        Facts item;
        item.values["name"] = wsp->name;
        if (referral.sites.size() > 1)
            item.values["sites"] = places_of(c, sites_of_wsp(c, rules, referral.sites, *wsp));
        facts.lists["wsps"].push_back(std::move(item));
    }
}

}  // namespace

void add_places(Facts& facts, const Case& c, const RuleSet& rules, const Letter& letter,
                Instant now) {
    const RegionKey lead = lead_region(c);
    facts.values["lead_region_name"] = lead.empty() ? "" : region_name(lead, rules);
    add_regions(facts, c, rules, now);

    const Referral* about = c.find_referral(letter.referral);
    if (about == nullptr) return add_sites(facts, c, rules, nullptr);

    Sites sites = about->sites;
    facts.values["region_name"] = region_name(about->region, rules);
    const Region* region = find_region(rules.regions, about->region);
    if (region != nullptr) {
        const Recipient contact = there_at(*region, rules, now);
        facts.values["region_contact_name"] = contact.name;
        facts.values["region_contact_email"] = contact.address;
        add_wsps(facts, c, rules, *region, *about);
        const Wsp* wsp = letter.wsp ? region->find_wsp(*letter.wsp) : nullptr;
        if (wsp != nullptr) {
            facts.values["wsp_name"] = wsp->name;
            sites = sites_of_wsp(c, rules, sites, *wsp);
        }
    }
    add_sites(facts, c, rules, &sites);
}

}  // namespace werktdoord
