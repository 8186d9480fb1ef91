#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(ExplainRoute, tells_sites_rules_regions_policy_and_signposts) {
    const RuleSet rules =
        a_ruleset({a_rule("offers", is(Field::kind, {"offer"}), to_regions({"twente"})),
                   a_rule("care", field_matcher(Field::sector, prefix({"86"})),
                          to_region_of_site(Mode::immediately), true, "crisis"),
                   a_rule("default", everything(), to_region_of_site()),
                   a_rule("late", is(Field::kind, {"demand"}), to_regions({"twente"}))});
    EXPECT_THAT(
        explain_route(a_request(), rules, monday_morning()),
        ElementsAre(
            "site 1: region midden-brabant, municipality GM0855 Tilburg",
            "  why: postcode 5038 ligt in Tilburg, regio midden-brabant",
            "  row: postcodes.csv: 5038,GM0855",
            R"(rule offers: does not match: kind "demand" is not "offer")",
            R"(rule care: matches and the search goes on: sector "86.10" starts with "86")",
            "rule default: matches and decides: no conditions",
            R"(rule late: not tried, default decided; it would match: kind "demand" is "demand")",
            "region midden-brabant: immediately, sites 1, lead region",
            "  contact: regional_contact Regiocontact Midden-Brabant "
            "<contact@midden-brabant.example>",
            "  WSPs: wsp-tilburg", "policy: crisis (rule care)", "signposts: none"));
}

TEST(ExplainRoute, tells_why_a_backup_receives_it) {
    RuleSet rules = a_ruleset();
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    region.contact.absent = {{day("2026-11-23"), day("2026-11-27")}};
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains("  contact: backup Achtervang Midden-Brabant "
                         "<achtervang@midden-brabant.example> (the contact is absent from "
                         "2026-11-23 until 2026-11-27)"));
    region.backup->absent = {{day("2026-11-23"), day("2026-11-23")}};
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains(HasSubstr("coordinator dirk <dirk@team.example> (the contact is absent "
                                   "from 2026-11-23 until 2026-11-27, the backup is absent from "
                                   "2026-11-23 until 2026-11-23)")));
    region.backup.reset();
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains(HasSubstr("there is no backup")));
}

TEST(ExplainRoute, tells_disagreements_unplaced_sites_and_unroutable_requests) {
    const auto told = [](std::vector<Site> sites) {
        return explain_route(a_request_at(std::move(sites)), a_ruleset(), monday_morning());
    };
    EXPECT_THAT(told({{"5038", "Breda"}}), Contains(HasSubstr("  disagreement: ")));
    EXPECT_THAT(told({{"", "Bergen"}}), Contains(HasSubstr("site 1: not placed: ")));
    EXPECT_THAT(told({{"", "Bergen"}}), Contains(HasSubstr("unroutable: ")));
    EXPECT_THAT(explain_route(a_request(), a_ruleset(std::vector<Rule>{}), monday_morning()),
                Contains("no rule matches"));
}

TEST(RuleTest, holds_when_every_given_expectation_does) {
    RuleSet rules = a_ruleset();
    Signpost signpost;
    signpost.key = "hulp";
    rules.signposts = {signpost};
    RuleTest test;
    test.given = a_request_at({{"5038", ""}, {"5081", ""}, {"7551", ""}});
    EXPECT_THAT(failures_of(test, rules, monday_morning()), ElementsAre());
    test.rule = "default";
    test.regions = {"twente", "midden-brabant"};
    test.wsps = {"wsp-twente", "wsp-hilvarenbeek", "wsp-tilburg"};
    test.policy = "blueprint";
    test.signposts = {"hulp"};
    EXPECT_THAT(failures_of(test, rules, monday_morning()), ElementsAre());
}

TEST(RuleTest, tells_each_difference) {
    RuleTest test;
    test.given = a_request();
    test.rule = "other";
    test.regions = std::vector<std::string>{};
    test.wsps = {"wsp-twente"};
    test.policy = "crisis";
    test.signposts = {"hulp"};
    EXPECT_THAT(failures_of(test, a_ruleset(), monday_morning()),
                ElementsAre("rule: expected other, got [default]",
                            "regions: expected [], got [midden-brabant]",
                            "wsps: expected [wsp-twente], got [wsp-tilburg]",
                            "policy: expected crisis, got blueprint",
                            "signposts: expected [hulp], got []"));
}

TEST(RuleTest, counts_at_its_own_time) {
    RuleSet rules = a_ruleset();
    Signpost signpost;
    signpost.key = "zomer";
    signpost.valid = {day("2026-07-01"), day("2026-07-31")};
    rules.signposts = {signpost};
    RuleTest test;
    test.given = a_request();
    test.signposts = {"zomer"};
    EXPECT_EQ(failures_of(test, rules, monday_morning()).size(), 1U);
    test.at = at("2026-07-15T12:00:00Z");
    EXPECT_THAT(failures_of(test, rules, monday_morning()), ElementsAre());
}

}  // namespace
}  // namespace werktdoord
