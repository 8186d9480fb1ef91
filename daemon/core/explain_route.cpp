// The walk of routing, told to a person.
#include <algorithm>

#include "core/routing_walk.hpp"
#include "core/standing_in.hpp"

namespace werktdoord {
namespace {

using Lines = std::vector<std::string>;

template <class Items, class Text>
std::string listed(const Items& items, Text text) {
    std::string line;
    for (const auto& item : items) {
        if (!line.empty()) line += ", ";
        line += text(item);
    }
    return line.empty() ? "none" : line;
}

void explain_sites(Lines& lines, const Walk& walk, const Places& places) {
    for (std::size_t i = 0; i < walk.placements.size(); ++i) {
        const Placement& placement = walk.placements[i];
        const Municipality* municipality = places.find(placement.municipality);
        lines.push_back("site " + std::to_string(walk.site_of[i] + 1) + ": region " +
                        placement.region.text() + ", municipality " +
                        placement.municipality.text() + " " +
                        (municipality ? municipality->name : std::string()));
        lines.push_back("  why: " + placement.why);
        lines.push_back("  row: " + placement.row);
        if (!placement.disagreement.empty())
            lines.push_back("  disagreement: " + placement.disagreement);
    }
    for (const UnplacedSite& unplaced : walk.route.unplaced)
        lines.push_back("site " + std::to_string(unplaced.site + 1) +
                        ": not placed: " + unplaced.why);
}

void explain_rules(Lines& lines, const Walk& walk, const RuleSet& rules, const MatchFacts& facts) {
    const Rule* decider = nullptr;
    for (const Rule& rule : rules.routing) {
        const bool matched = matches(rule.when, facts);
        std::string verdict = matched ? "matches" : "does not match";
        if (decider) {
            verdict = "not tried, " + decider->name + " decided; it " +
                      (matched ? "would match" : "would not match");
        } else if (matched) {
            verdict += rule.go_on ? " and the search goes on" : " and decides";
        }
        lines.push_back("rule " + rule.name + ": " + verdict + ": " + explain(rule.when, facts));
        if (!decider && matched && !rule.go_on) decider = &rule;
    }
    if (walk.decided.empty()) lines.push_back("no rule matches");
}

std::string absence_words(const Person& person, LocalDay today) {
    for (const Absence& absence : person.absent)
        if (absence.covers(today))
            return "absent from " + to_string(absence.from) + " until " + to_string(absence.until);
    return {};
}

void explain_contact(Lines& lines, const Region& region, const Roster& roster, LocalDay today) {
    std::string why;
    if (region.contact.is_absent(today)) {
        why = " (the contact is " + absence_words(region.contact, today);
        if (!region.backup) why += ", there is no backup";
        if (region.backup && region.backup->is_absent(today))
            why += ", the backup is " + absence_words(*region.backup, today);
        why += ")";
    }
    lines.push_back("  contact: " +
                    listed(receivers_of_contact(region, roster, today),
                           [](const Recipient& r) {
                               return std::string(name_of(r.role)) + " " + r.name + " <" +
                                      r.address + ">";
                           }) +
                    why);
}

void explain_regions(Lines& lines, const Route& route, const RuleSet& rules, LocalDay today) {
    for (const Proposal& proposal : route.regions) {
        lines.push_back(
            "region " + proposal.region.text() + ": " + std::string(name_of(proposal.mode)) +
            ", sites " +
            listed(proposal.sites, [](std::size_t site) { return std::to_string(site + 1); }) +
            (proposal.region == route.lead ? ", lead region" : ""));
        explain_contact(lines, rules.regions.at(proposal.region), rules.roster, today);
        lines.push_back("  WSPs: " +
                        listed(proposal.wsps, [](const WspKey& wsp) { return wsp.text(); }));
        if (!proposal.inform.empty())
            lines.push_back("  for information: " + listed(proposal.inform, [](Role role) {
                                return std::string(name_of(role));
                            }));
    }
    if (route.regions.empty()) lines.push_back("unroutable: " + route.why.back());
}

std::string policy_words(const Walk& walk) {
    for (const Rule* rule : walk.decided)
        if (!rule->deadlines.empty()) return " (rule " + rule->name + ")";
    return " (the default)";
}

}  // namespace

std::vector<std::string> explain_route(const RequestData& data, const RuleSet& rules, Instant now) {
    const Walk walk = walk_rules(data, rules, now);
    const MatchFacts facts(data, walk.placements, rules.places);
    Lines lines;
    explain_sites(lines, walk, rules.places);
    explain_rules(lines, walk, rules, facts);
    explain_regions(lines, walk.route, rules, rules.calendar.zone().day_of(now));
    lines.push_back("policy: " + walk.route.policy + policy_words(walk));
    lines.push_back("signposts: " +
                    listed(walk.route.signposts, [](const std::string& key) { return key; }));
    return lines;
}

}  // namespace werktdoord
