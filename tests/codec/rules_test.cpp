#include "codec/rules.hpp"

#include <gmock/gmock.h>

#include "codec/rules_fixture.hpp"
#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::amsterdam;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

RulesTexts with(const std::string& file, const std::string& from, const std::string& to) {
    RulesTexts texts = small_rules();
    texts.at(file) = replaced(texts.at(file), from, to);
    return texts;
}

TEST(Rules, ReadsEveryFileIntoItsNoun) {
    const RulesFolder folder(small_rules());
    const RulesRead read = read_rules(folder.path(), amsterdam());
    EXPECT_THAT(told(read.findings, folder), IsEmpty());
    ASSERT_TRUE(read.rules);
    const RuleSet& rules = *read.rules;

    const Region& region = rules.regions.at(RegionKey("midden-brabant"));
    EXPECT_EQ(region.code, "AM28");
    EXPECT_EQ(region.contact.email, "contact@mb.example");
    EXPECT_EQ(region.backup->name, "Achtervang");
    EXPECT_THAT(region.wsps.at(0).municipalities, ElementsAre(MunicipalityCode("GM0855")));
    EXPECT_EQ(region.inform.at(Role::wsp_manager).name, "Manager");
    EXPECT_EQ(rules.places.place({"5038 AB", ""})->region, RegionKey("midden-brabant"));

    const Rule& care = rules.routing.at(0);
    EXPECT_EQ(care.when.children.size(), 3U);
    EXPECT_THAT(care.refer->regions, ElementsAre(RegionKey("midden-brabant")));
    EXPECT_EQ(care.refer->mode, Mode::immediately);
    EXPECT_THAT(care.refer->wsps, ElementsAre(WspKey("wsp-mb")));
    EXPECT_THAT(care.refer->inform, ElementsAre(Role::wsp_manager));
    EXPECT_TRUE(rules.routing.at(1).refer->region_of_site);
    EXPECT_EQ(rules.routing.at(1).refer->mode, Mode::after_assessment);

    const ClockRule& take_up = rules.deadlines.policy("").clocks.at(ClockName::take_up);
    EXPECT_EQ(take_up.within, (Span{1, Unit::working_days}));
    EXPECT_EQ(take_up.warn, (Warning{{4, Unit::working_hours}, true}));
    EXPECT_THAT(take_up.from, ElementsAre(EventName::request_registered));
    const auto& steps = rules.deadlines.escalation.at(ClockName::take_up);
    EXPECT_EQ(steps.at(0).on, AlertStep::warned);
    EXPECT_EQ(steps.at(1).on, AlertStep::after);
    EXPECT_EQ(steps.at(1).repeat, 5);
    EXPECT_THAT(steps.at(1).to, ElementsAre(Role::coordinator));

    const CalendarRules& calendar = rules.calendar.rules();
    EXPECT_EQ(calendar.hours[4], (WorkingHours{Minutes(540), Minutes(750)}));
    EXPECT_FALSE(calendar.hours[1]);
    EXPECT_THAT(calendar.closed, ElementsAre(*parse_day("2026-12-24")));
    EXPECT_EQ(calendar.notify, Notify::always);

    const MemberKey anna("anna");
    EXPECT_EQ(rules.roster.team.at(anna).email, "anna@werk.example");
    EXPECT_EQ(rules.roster.coordinator, anna);
    EXPECT_EQ(rules.roster.week[0], anna);
    EXPECT_FALSE(rules.roster.week[1]);
    EXPECT_THAT(rules.roster.overrides, ElementsAre(Pair(*parse_day("2027-01-04"), anna)));
    EXPECT_TRUE(rules.roster.is_absent(anna, *parse_day("2027-02-05")));
    EXPECT_THAT(rules.roster.stand_in, ElementsAre(anna));

    EXPECT_EQ(rules.digests.team, (DigestRule{Minutes(495), false}));
    EXPECT_FALSE(rules.digests.regional_contact);
    EXPECT_FALSE(rules.digests.skip_empty);

    const Signpost& voucher = rules.signposts.at(0);
    EXPECT_EQ(voucher.tiers.at(0), (Tier{50, 100, "€ 3.000"}));
    EXPECT_EQ(voucher.tiers.at(1), (Tier{251, std::nullopt, "€ 4.000"}));
    EXPECT_EQ(voucher.valid.until, *parse_day("2027-07-31"));

    const RuleTest& example = rules.tests.at(0);
    EXPECT_EQ(example.place, (folder.path() / "tests.yaml").string() + ":2:5");
    EXPECT_EQ(example.given.sites.at(0).postcode, "5038 AB");
    EXPECT_EQ(example.given.headcount, 4);
    EXPECT_THAT(*example.wsps, ElementsAre("wsp-mb"));
}

TEST(Rules, TheHashChangesWithAnyByteOfAnyFile) {
    const RulesFolder folder(small_rules());
    const std::string hash = read_rules(folder.path(), amsterdam()).rules->hash;
    EXPECT_EQ(hash.size(), 64U);
    EXPECT_EQ(read_rules(RulesFolder(small_rules()).path(), amsterdam()).rules->hash, hash);
    for (const auto& [file, text] : small_rules()) {
        if (file.ends_with(".csv")) continue;
        folder.write(file, text + "#\n");
        EXPECT_NE(read_rules(folder.path(), amsterdam()).rules->hash, hash) << file;
        folder.write(file, text);
    }
    EXPECT_EQ(read_rules(folder.path(), amsterdam()).rules->hash, hash);
}

TEST(Rules, SomeFilesMayLackAndOthersNot) {
    for (const auto& [file, text] : small_rules()) {
        const bool may_lack =
            file == "digests.yaml" || file == "signposts.yaml" || file == "tests.yaml";
        RulesTexts texts = small_rules();
        texts.erase(file);
        if (file == "signposts.yaml")
            texts["tests.yaml"] = replaced(texts["tests.yaml"], ", signposts: voucher", "");
        const RulesFolder folder(texts);
        const auto lines = told(read_rules(folder.path(), amsterdam()).findings, folder);
        if (may_lack)
            EXPECT_THAT(lines, IsEmpty()) << file;
        else
            EXPECT_THAT(lines, testing::Contains(file + ":1:1: error: there is no such file"))
                << file;
    }
}

TEST(Rules, OneRunTellsWhatIsWrongInAllFiles) {
    RulesTexts texts = small_rules();
    for (auto& [file, text] : texts)
        if (file.ends_with(".yaml")) text += "unknown: 1\n";
    const RulesFolder folder(texts);
    const RulesRead read = read_rules(folder.path(), amsterdam());
    EXPECT_FALSE(read.rules);
    EXPECT_EQ(read.findings.size(), 8U);
}

TEST(Rules, ABrokenFileDoesNotBlameTheFilesThatNameWhatItHolds) {
    RulesTexts texts = small_rules();
    texts["regions.yaml"] = "regions: [\n";
    texts["deadlines.yaml"] = "\tpolicies:\n";
    const RulesFolder folder(texts);
    EXPECT_THAT(told(read_rules(folder.path(), amsterdam()).findings, folder),
                ElementsAre("regions.yaml:2:1: error: a \"]\" or a comma is missing",
                            "deadlines.yaml:1:1: error: a tab in the indentation; use spaces"));
}

TEST(Rules, AWarningDoesNotRefuseTheRules) {
    const RulesFolder folder(with("regions.yaml", "achtervang@mb.example", "contact@mb.example"));
    const RulesRead read = read_rules(folder.path(), amsterdam());
    EXPECT_TRUE(read.rules);
    EXPECT_THAT(told(read.findings, folder),
                ElementsAre("regions.yaml:6:13: warning: the contact of \"midden-brabant\" is its "
                            "own backup, so nobody stands in when it is absent; name "
                            "somebody else"));
}

TEST(Rules, ReadTheSameFromTheFilesTheyKeep) {
    const RulesFolder folder(small_rules());
    const RulesRead read = read_rules(folder.path(), amsterdam());
    ASSERT_TRUE(read.rules);
    const RulesRead again = read_rules(read.rules->files, amsterdam());
    ASSERT_TRUE(again.rules);
    EXPECT_EQ(again.rules->hash, read.rules->hash);
    EXPECT_EQ(again.rules->files, read.rules->files);
    EXPECT_EQ(again.rules->routing, read.rules->routing);
}

TEST(Rules, TellWhatIsNotAmongTheKeptFiles) {
    const RulesRead read = read_rules({}, amsterdam(), "kept");
    EXPECT_FALSE(read.rules);
    EXPECT_THAT(read.findings,
                testing::Contains(
                    Finding{Finding::Severity::error,
                            {"kept/regions.yaml:1:1", "is not among the files that were kept"}}));
}

}  // namespace
}  // namespace werktdoord
