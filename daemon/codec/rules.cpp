#include "codec/rules.hpp"

#include <algorithm>
#include <utility>

#include "codec/rules_calendar.hpp"
#include "codec/rules_deadlines.hpp"
#include "codec/rules_digests.hpp"
#include "codec/rules_file_names.hpp"
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

using FileNeed = RulesFiles::Need;

// What `read` makes of a YAML file; empty where the file lacks, holds nothing or has no readable
// tree.
template <class T, class Read>
T from_yaml(RulesFiles& files, const std::string& name, FileNeed need, Read read) {
    const auto document = files.read_yaml(name, need);
    if (!document) return T{};
    const Node root(*document, files.findings());
    if (root.is_null()) {
        if (need == FileNeed::must_exist) root.error("this file is empty");
        return T{};
    }
    return read(root);
}

// Whether nothing is wrong so far with what it is made for. A file in which something is wrong may
// lack names that others use: these are then not blamed for it (see Node::known).
class Soundness {
public:
    explicit Soundness(const Findings& findings) : findings_(findings), told_(errors()) {}
    bool holds() const { return errors() == told_; }

private:
    std::ptrdiff_t errors() const {
        return std::count_if(findings_.begin(), findings_.end(), [](const Finding& finding) {
            return finding.severity == Finding::Severity::error;
        });
    }

    const Findings& findings_;
    std::ptrdiff_t told_;
};

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

template <class Map>
std::vector<std::string> names_in(const Map& map) {
    std::vector<std::string> names;
    for (const auto& [name, value] : map) names.push_back(name);
    return names;
}

// Of everyone who can receive mail for a region.
std::vector<std::string> receiving_addresses(const Regions& regions, const Roster& roster) {
    std::vector<std::string> addresses;
    for (const auto& [key, region] : regions) {
        addresses.push_back(region.contact.email);
        if (region.backup) addresses.push_back(region.backup->email);
    }
    for (const auto& [key, member] : roster.team) addresses.push_back(member.email);
    return addresses;
}

class PartsReader {
public:
    explicit PartsReader(RulesFiles& files) : files_(files), findings_(files.findings()) {}

    // Each part may name what the ones before it hold.
    Parts read() {
        parts_.places = read_places(files_);
        regions();
        deadlines();
        routing();
        parts_.calendar = from_yaml<CalendarRules>(files_, rules_file::calendar,
                                                   FileNeed::must_exist, read_calendar);
        roster();
        parts_.digests =
            from_yaml<DigestRules>(files_, rules_file::digests, FileNeed::may_lack, read_digests);
        signposts();
        parts_.tests = from_yaml<std::vector<RuleTest>>(
            files_, rules_file::tests, FileNeed::may_lack,
            [&](Node root) { return read_rule_tests(root, names_); });
        return std::move(parts_);
    }

private:
    void regions() {
        const Soundness sound(findings_);
        parts_.regions =
            from_yaml<Regions>(files_, rules_file::regions, FileNeed::must_exist, [&](Node root) {
                Regions read = read_regions(root, parts_.places.places);
                if (sound.holds()) check_region_names(parts_.places, read, root.where(), findings_);
                return read;
            });
        if (sound.holds()) known_regions_ = parts_.regions;
        names_.regions = key_texts(known_regions_);
        names_.wsps = wsp_names(known_regions_);
    }

    void deadlines() {
        const Soundness sound(findings_);
        parts_.deadlines = from_yaml<Deadlines>(files_, rules_file::deadlines, FileNeed::must_exist,
                                                read_deadlines);
        if (sound.holds()) names_.policies = names_in(parts_.deadlines.policies);
    }

    void routing() {
        const Soundness sound(findings_);
        parts_.routing = from_yaml<std::vector<Rule>>(
            files_, rules_file::routing, FileNeed::must_exist, [&](Node root) {
                return read_routing(root, {known_regions_, parts_.places.places, names_.policies});
            });
        if (!sound.holds()) return;
        for (const auto& rule : parts_.routing) names_.rules.push_back(rule.name);
    }

    void roster() {
        const Soundness sound(findings_);
        parts_.roster =
            from_yaml<Roster>(files_, rules_file::roster, FileNeed::must_exist, read_roster);
        if (!sound.holds()) return;
        names_.members = key_texts(parts_.roster.team);
        if (!known_regions_.empty())
            names_.addresses = receiving_addresses(known_regions_, parts_.roster);
    }

    void signposts() {
        const Soundness sound(findings_);
        parts_.signposts = from_yaml<std::vector<Signpost>>(
            files_, rules_file::signposts, FileNeed::may_lack,
            [&](Node root) { return read_signposts(root, known_regions_, parts_.places.places); });
        if (!sound.holds()) return;
        for (const auto& signpost : parts_.signposts) names_.signposts.push_back(signpost.key);
    }

    RulesFiles& files_;
    Findings& findings_;
    Parts parts_;
    Regions known_regions_;  // empty where regions.yaml has an error
    TestNames names_;
};

RulesRead read_all(RulesFiles& files, Findings& findings, const Zone& zone) {
    RulesRead read;
    Parts parts = PartsReader(files).read();
    if (!any_error(findings))
        read.rules = std::make_shared<const RuleSet>(RuleSet{
            std::move(parts.regions), std::move(parts.places.places), std::move(parts.routing),
            std::move(parts.deadlines), WorkCalendar(std::move(parts.calendar), zone),
            std::move(parts.roster), parts.digests, std::move(parts.signposts),
            std::move(parts.tests), files.hash(), files.take(), std::move(parts.places.locations)});
    read.at = files.locator();
    read.findings = std::move(findings);
    return read;
}

}  // namespace

RulesRead read_rules(const std::filesystem::path& folder, const Zone& zone) {
    Findings findings;
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        const bool there = std::filesystem::exists(folder, failure);
        findings.push_back({Finding::Severity::error,
                            {where_of(folder.string(), {}),
                             there ? "this is no folder" : "there is no such folder"}});
        return {nullptr, std::move(findings), Locator(folder)};
    }
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
