// The people and desks of the regions a request goes to, and why these.
#include <algorithm>

#include "base/items.hpp"
#include "core/explain_parts.hpp"
#include "core/recipients.hpp"

namespace werktdoord {
namespace {

std::string period_of(const Absence& absence) {
    return to_string(absence.from) + " tot en met " + to_string(absence.until);
}

std::string absence_words(const Person& person, LocalDay today) {
    const auto absence = std::find_if(person.absent.begin(), person.absent.end(),
                                      [&](const Absence& one) { return one.covers(today); });
    return absence == person.absent.end() ? "" : "afwezig van " + period_of(*absence);
}

std::string why_not_the_contact(const Region& region, LocalDay today) {
    if (!region.contact.is_absent(today)) return {};
    std::string why = ", want de contactpersoon is " + absence_words(region.contact, today);
    if (!region.backup) why += " en er is geen achtervang";
    if (region.backup && region.backup->is_absent(today))
        why += " en de achtervang is " + absence_words(*region.backup, today);
    return why;
}

void explain_contact(Lines& lines, const Region& region, const RuleSet& rules, Instant now) {
    const auto words = [](const Recipient& r) {
        return r.name + " <" + r.address + "> (" + std::string(name_of(r.role)) + ")";
    };
    lines.push_back(
        "  contact: " + listed_or_geen(contact_recipients(region.key, rules, now), words) +
        why_not_the_contact(region, reading_day(rules, now)));
}

// The rules that name the region and, where asked, something of it beside.
template <class Names>
std::string rules_that(const Walk& walk, const RegionKey& region, Names names) {
    std::vector<std::string> found;
    for (const Rule* rule : walk.decided) {
        if (!rule->refer) continue;
        const std::vector<RegionKey> regions = regions_of(walk, *rule->refer);
        if (!has(regions, region)) continue;
        if (names(*rule->refer)) found.push_back(rule->name);
    }
    return "regel " + listed_or_geen(found, [](const std::string& name) { return name; });
}

// The municipalities of the sites in a region, each once.
std::vector<MunicipalityCode> municipalities_in(const Walk& walk, const RegionKey& region) {
    std::vector<MunicipalityCode> found;
    for (const Placement& placement : walk.placements)
        if (placement.region == region) add_once(found, placement.municipality);
    return found;
}

std::string why_wsp(const Walk& walk, const Region& region, const Wsp& wsp, const Places& places) {
    const auto named = [&](const Refer& refer) { return has(refer.wsps, wsp.key); };
    const bool by_rule = std::any_of(walk.decided.begin(), walk.decided.end(),
                                     [&](const Rule* r) { return r->refer && named(*r->refer); });
    if (by_rule) return "genoemd door " + rules_that(walk, region.key, named);
    if (wsp.municipalities.empty()) return "bedient de hele regio";
    std::vector<MunicipalityCode> served = municipalities_in(walk, region.key);
    std::erase_if(served, [&](const MunicipalityCode& code) { return !wsp.covers(code); });
    if (served.empty()) return "geen WSP bedient deze gemeente, dus alle van de regio";
    return "bedient " + listed_or_geen(served, [&](const MunicipalityCode& code) {
               const Municipality* municipality = places.find(code);
               return municipality ? municipality->name : code.text();
           });
}

void explain_wsps(Lines& lines, const Walk& walk, const Proposal& proposal, const Region& region,
                  const Places& places) {
    for (const WspKey& key : proposal.wsps)
        if (const Wsp* wsp = region.find_wsp(key))
            lines.push_back("  WSP " + key.text() + ": " + wsp->name + " <" + wsp->email + ">, " +
                            why_wsp(walk, region, *wsp, places));
}

void explain_inform(Lines& lines, const Walk& walk, const Proposal& proposal) {
    for (const Role role : proposal.inform) {
        const auto named = [&](const Refer& refer) { return has(refer.inform, role); };
        lines.push_back("  ter informatie: " + std::string(name_of(role)) + ", " +
                        rules_that(walk, proposal.region, named));
    }
}

std::string mode_words(Mode mode, Occasion occasion) {
    if (mode == Mode::after_assessment) return "voorstel, na beoordeling (after_assessment)";
    return occasion == Occasion::registration
               ? "meteen doorgestuurd (immediately)"
               : "voorstel, want alleen bij de registratie wordt meteen doorgestuurd (immediately)";
}

}  // namespace

void explain_regions(Lines& lines, const Walk& walk, const RuleSet& rules, Instant now,
                     Occasion occasion) {
    const Route& route = walk.route;
    for (const Proposal& proposal : route.regions) {
        const Region& region = rules.regions.at(proposal.region);
        lines.push_back(
            "Regio " + proposal.region.text() + ": " + mode_words(proposal.mode, occasion) +
            ", vestiging " +
            listed_or_geen(proposal.sites,
                           [](std::size_t site) { return std::to_string(site + 1); }) +
            ", " + rules_that(walk, proposal.region, [](const Refer&) { return true; }) +
            (proposal.region == route.lead && route.regions.size() > 1 ? ", hoofdregio" : ""));
        explain_contact(lines, region, rules, now);
        explain_wsps(lines, walk, proposal, region, rules.places);
        explain_inform(lines, walk, proposal);
    }
    if (route.regions.empty())
        lines.push_back("Niet te plaatsen (unroutable): " + route.why.back());
}

}  // namespace werktdoord
