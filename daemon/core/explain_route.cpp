// The walk of routing, told to a person.
#include "core/explain_parts.hpp"

namespace werktdoord {
namespace {

void explain_sites(Lines& lines, const Walk& walk, const Places& places) {
    for (std::size_t i = 0; i < walk.placements.size(); ++i) {
        const Placement& placement = walk.placements[i];
        const Municipality* municipality = places.find(placement.municipality);
        lines.push_back("Vestiging " + std::to_string(walk.site_of[i] + 1) + ": regio " +
                        placement.region.text() + ", gemeente " +
                        (municipality ? municipality->name : std::string()) + " (" +
                        placement.municipality.text() + ")");
        lines.push_back("  want " + placement.why);
        lines.push_back("  volgens de regel in " + placement.row);
        if (!placement.disagreement.empty()) lines.push_back("  let op: " + placement.disagreement);
    }
    for (const UnplacedSite& unplaced : walk.route.unplaced)
        lines.push_back("Vestiging " + std::to_string(unplaced.site + 1) +
                        ": niet geplaatst, want " + unplaced.why);
}

std::string verdict_of(const Rule& rule, bool matched, const Rule* decider) {
    if (decider)
        return "niet meer geprobeerd, " + decider->name + " besliste; zou " +
               (matched ? "passen" : "niet passen");
    if (!matched) return "past niet";
    return rule.go_on ? "past, en er wordt verder gezocht" : "past en beslist";
}

void explain_rules(Lines& lines, const Walk& walk, const RuleSet& rules, const MatchFacts& facts) {
    const Rule* decider = nullptr;
    for (const Rule& rule : rules.routing) {
        const bool matched = matches(rule.when, facts);
        lines.push_back("Regel " + rule.name + ": " + verdict_of(rule, matched, decider) + ": " +
                        explain(rule.when, facts));
        if (!decider && matched && !rule.go_on) decider = &rule;
    }
    if (walk.decided.empty()) lines.emplace_back("Geen enkele regel past");
}

}  // namespace

std::vector<std::string> explain_route(const RequestData& data, const RuleSet& rules, Instant now,
                                       Occasion occasion) {
    const Walk walk = walk_rules(data, rules, now);
    const MatchFacts facts(data, walk.placements, rules.places);
    Lines lines;
    explain_sites(lines, walk, rules.places);
    explain_rules(lines, walk, rules, facts);
    explain_regions(lines, walk, rules, now, occasion);
    if (occasion == Occasion::registration) explain_owner(lines, rules, now);
    explain_policy(lines, walk, rules, now, occasion);
    lines.push_back("Wegwijzer: " + listed_or_geen(walk.route.signposts,
                                                   [](const std::string& key) { return key; }));
    return lines;
}

}  // namespace werktdoord
