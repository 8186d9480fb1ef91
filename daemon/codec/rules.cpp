#include "codec/rules.hpp"

#include <utility>

#include "codec/rules_calendar.hpp"
#include "codec/rules_deadlines.hpp"
#include "codec/rules_digests.hpp"
#include "codec/rules_files.hpp"
#include "codec/rules_places.hpp"
#include "codec/rules_regions.hpp"
#include "codec/rules_roster.hpp"
#include "codec/rules_routing.hpp"
#include "codec/rules_signposts.hpp"
#include "codec/rules_tests.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

using Need = RulesFiles::Need;

// What `read` makes of a YAML file; empty where the file lacks or has no readable tree.
template <class T, class Read>
T from_yaml(RulesFiles& files, const std::string& name, Need need, Read read) {
    const auto document = files.read_yaml(name, need);
    if (!document) return T{};
    return read(Node(*document, files.findings()));
}

struct Parts {
    PlacesRead places;
    Regions regions;
    Deadlines deadlines;
    std::vector<Rule> routing;
    CalendarRules calendar;
    Roster roster;
    DigestRules digests;
    std::vector<Signpost> signposts;
    std::vector<RuleTest> tests;
};

TestNames names_of(const Parts& parts) {
    TestNames names;
    for (const auto& rule : parts.routing) names.rules.push_back(rule.name);
    names.regions = key_texts(parts.regions);
    names.wsps = wsp_names(parts.regions);
    for (const auto& [name, policy] : parts.deadlines.policies) names.policies.push_back(name);
    for (const auto& signpost : parts.signposts) names.signposts.push_back(signpost.key);
    return names;
}

// Each part may name what the ones before it hold.
Parts read_parts(RulesFiles& files) {
    Parts parts;
    parts.places = read_places(files);
    const Places& places = parts.places.places;
    const Regions& regions = parts.regions;
    parts.regions = from_yaml<Regions>(files, "regions.yaml", Need::must_exist, [&](Node root) {
        Regions read = read_regions(root, places);
        check_region_names(parts.places, read, root.where(), files.findings());
        return read;
    });
    parts.deadlines =
        from_yaml<Deadlines>(files, "deadlines.yaml", Need::must_exist, read_deadlines);
    const std::vector<std::string> policies = names_of(parts).policies;
    parts.routing =
        from_yaml<std::vector<Rule>>(files, "routing.yaml", Need::must_exist, [&](Node root) {
            return read_routing(root, {regions, places, policies});
        });
    parts.calendar =
        from_yaml<CalendarRules>(files, "calendar.yaml", Need::must_exist, read_calendar);
    parts.roster = from_yaml<Roster>(files, "roster.yaml", Need::must_exist, read_roster);
    parts.digests = from_yaml<DigestRules>(files, "digests.yaml", Need::may_lack, read_digests);
    parts.signposts = from_yaml<std::vector<Signpost>>(
        files, "signposts.yaml", Need::may_lack,
        [&](Node root) { return read_signposts(root, regions, places); });
    parts.tests = from_yaml<std::vector<RuleTest>>(
        files, "tests.yaml", Need::may_lack,
        [&](Node root) { return read_rule_tests(root, names_of(parts)); });
    return parts;
}

RulesRead read_all(RulesFiles& files, Findings& findings, const Zone& zone) {
    RulesRead read;
    Parts parts = read_parts(files);
    if (!any_error(findings))
        read.rules = std::make_shared<const RuleSet>(RuleSet{
            std::move(parts.regions), std::move(parts.places.places), std::move(parts.routing),
            std::move(parts.deadlines), WorkCalendar(std::move(parts.calendar), zone),
            std::move(parts.roster), parts.digests, std::move(parts.signposts),
            std::move(parts.tests), files.hash(), files.take()});
    read.at = files.locator();
    read.findings = std::move(findings);
    return read;
}

}  // namespace

RulesRead read_rules(const std::filesystem::path& folder, const Zone& zone) {
    Findings findings;
    RulesFiles files(folder, findings);
    return read_all(files, findings, zone);
}

RulesRead read_rules(const std::vector<RulesFile>& kept, const Zone& zone,
                     const std::filesystem::path& folder) {
    Findings findings;
    RulesFiles files(folder, findings, &kept);
    return read_all(files, findings, zone);
}

}  // namespace werktdoord
