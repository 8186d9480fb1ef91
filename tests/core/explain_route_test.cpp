#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

TEST(ExplainRoute, tells_sites_rules_regions_policy_and_signposts) {
    RuleSet rules =
        a_ruleset({a_rule("offers", is(Field::kind, {"offer"}), to_regions({"twente"})),
                   a_rule("care", field_matcher(Field::sector, prefix({"86"})),
                          to_region_of_site(Mode::immediately), true, "crisis"),
                   a_rule("default", everything(), to_region_of_site()),
                   a_rule("late", is(Field::kind, {"demand"}), to_regions({"twente"}))});
    rules.deadlines.policies["crisis"] = rules.deadlines.policies.at("blueprint");
    const std::vector<std::string> told = explain_route(a_request(), rules, monday_morning());
    EXPECT_THAT(
        told,
        IsSupersetOf(
            {"Vestiging 1: regio midden-brabant, gemeente Tilburg (GM0855)",
             "  want postcode 5038 ligt in Tilburg, regio midden-brabant",
             "  volgens de regel in postcodes.csv: 5038,GM0855",
             R"(Regel offers: past niet: kind "demand" is niet "offer")",
             R"(Regel care: past, en er wordt verder gezocht: sector "86.10" begint met "86")",
             "Regel default: past en beslist: geen voorwaarden",
             R"(Regel late: niet meer geprobeerd, default besliste; zou passen: kind "demand" is "demand")",
             "Regio midden-brabant: meteen doorgestuurd (immediately), vestiging 1, regel care, "
             "default",
             "  contact: Regiocontact Midden-Brabant <contact@midden-brabant.example> "
             "(regional_contact)",
             "  WSP wsp-tilburg: WSP Tilburg <wsp@tilburg.example>, bedient Tilburg",
             "Eigenaar: anna, van dienst op 2026-11-23: volgens de week",
             "Termijnen: crisis (regel care)", "Wegwijzer: geen"}));
}

TEST(ExplainRoute, counts_out_what_starts_at_registration) {
    const RuleSet rules = a_ruleset();
    const std::vector<std::string> told =
        explain_route(a_request(), rules, at("2026-11-27T16:30:00+01:00"));
    const auto clock = std::find(told.begin(), told.end(),
                                 "  take_up: 1 working_day vanaf request.registered, "
                                 "waarschuwing 4 working_hours ervoor");
    ASSERT_NE(clock, told.end());
    EXPECT_THAT(
        std::vector<std::string>(clock + 1, clock + 7),
        ElementsAre("    vr 2026-11-27 16:30  begin", "    za 2026-11-28  niet geteld: zaterdag",
                    "    zo 2026-11-29  niet geteld: zondag", "    ma 2026-11-30  werkdag 1 van 1",
                    "    2026-11-30T16:30:00+01:00",
                    "    2026-11-30T12:30:00+01:00  waarschuwing"));
    EXPECT_THAT(told, Contains("  report_back: 4 weeks vanaf referral.sent, "
                               "waarschuwing 3 working_days ervoor"));
}

TEST(ExplainRoute, counts_out_the_clocks_of_a_referral_that_is_sent_at_once) {
    const RuleSet rules =
        a_ruleset({a_rule("all", everything(), to_region_of_site(Mode::immediately))});
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains("    2026-12-21T09:12:00+01:00"));
}

TEST(ExplainRoute, tells_why_a_backup_receives_it) {
    RuleSet rules = a_ruleset();
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    region.contact.absent = {{day("2026-11-23"), day("2026-11-27")}};
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains("  contact: Achtervang Midden-Brabant "
                         "<achtervang@midden-brabant.example> (backup), want de contactpersoon is "
                         "afwezig van 2026-11-23 tot en met 2026-11-27"));
    region.backup->absent = {{day("2026-11-23"), day("2026-11-23")}};
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains(HasSubstr("dirk <dirk@team.example> (coordinator), want de contactpersoon "
                                   "is afwezig van 2026-11-23 tot en met 2026-11-27 en de "
                                   "achtervang is afwezig van 2026-11-23 tot en met 2026-11-23")));
    region.backup.reset();
    EXPECT_THAT(explain_route(a_request(), rules, monday_morning()),
                Contains(HasSubstr("er is geen achtervang")));
}

TEST(ExplainRoute, tells_who_receives_it_when_the_mail_is_read) {
    RuleSet rules = a_ruleset();
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    region.contact.absent = {{day("2026-11-24"), day("2026-11-24")}};
    EXPECT_THAT(explain_route(a_request(), rules, at("2026-11-23T18:00:00+01:00")),
                Contains(HasSubstr("(backup), want de contactpersoon is afwezig van 2026-11-24")));
    EXPECT_THAT(explain_route(a_request(), rules, at("2026-11-24T18:00:00+01:00")),
                Contains(HasSubstr("(regional_contact)")));
}

TEST(ExplainRoute, tells_nothing_of_owner_and_running_clocks_when_routed_anew) {
    const RuleSet rules =
        a_ruleset({a_rule("all", everything(), to_region_of_site(Mode::immediately))});
    const std::vector<std::string> told =
        explain_route(a_request(), rules, monday_morning(), Occasion::later);
    EXPECT_THAT(told, Contains(HasSubstr("alleen bij de registratie")));
    EXPECT_THAT(told, Contains(HasSubstr("wat loopt houdt zijn tijd")));
    EXPECT_THAT(told, Not(Contains(HasSubstr("Eigenaar"))));
    EXPECT_THAT(told, Not(Contains(HasSubstr("werkdag 1"))));
}

TEST(ExplainRoute, tells_why_these_wsps) {
    RuleSet rules = a_ruleset();
    const auto told = [&] { return explain_route(a_request(), rules, monday_morning()); };
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    for (Wsp& wsp : region.wsps) wsp.municipalities = {MunicipalityCode("GM0798")};
    EXPECT_THAT(told(), Contains(HasSubstr("geen WSP bedient deze gemeente, dus alle")));
    for (Wsp& wsp : region.wsps) wsp.municipalities.clear();
    EXPECT_THAT(told(), Contains(HasSubstr("<wsp@tilburg.example>, bedient de hele regio")));
    Rule& rule = rules.routing.front();
    rule.refer->wsps = {WspKey("wsp-tilburg")};
    rule.refer->inform = {Role::wsp_manager};
    EXPECT_THAT(told(), Contains(HasSubstr("genoemd door regel " + rule.name)));
    EXPECT_THAT(told(), Contains("  ter informatie: wsp_manager, regel " + rule.name));
}

TEST(ExplainRoute, tells_who_owns_it_and_why) {
    RuleSet rules = a_ruleset();
    const auto told = [&] { return explain_route(a_request(), rules, monday_morning()); };
    rules.roster.absent = {{MemberKey("anna"), {day("2026-11-23"), day("2026-11-23")}}};
    rules.roster.stand_in = {MemberKey("bram")};
    EXPECT_THAT(told(), Contains("Eigenaar: bram, van dienst op 2026-11-23: anna is afwezig, de "
                                 "eerste aanwezige van stand_in"));
    rules.roster.stand_in.clear();
    EXPECT_THAT(told(), Contains("Eigenaar: dirk, van dienst op 2026-11-23: anna is afwezig, "
                                 "niemand anders is er, dus de coördinator"));
    rules.roster.overrides[day("2026-11-23")] = MemberKey("bram");
    EXPECT_THAT(told(), Contains("Eigenaar: bram, van dienst op 2026-11-23: volgens de "
                                 "uitzondering (overrides) voor die dag"));
}

TEST(ExplainRoute, tells_disagreements_unplaced_sites_and_unroutable_requests) {
    const auto told = [](std::vector<Site> sites) {
        return explain_route(a_request_at(std::move(sites)), a_ruleset(), monday_morning());
    };
    EXPECT_THAT(told({{"5038", "Breda"}}), Contains(HasSubstr("  let op: ")));
    EXPECT_THAT(told({{"", "Bergen"}}), Contains(HasSubstr("Vestiging 1: niet geplaatst, want ")));
    EXPECT_THAT(told({{"", "Bergen"}}), Contains(HasSubstr("Niet te plaatsen (unroutable): ")));
    EXPECT_THAT(explain_route(a_request(), a_ruleset(std::vector<Rule>{}), monday_morning()),
                Contains("Geen enkele regel past"));
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

TEST(RuleTest, holds_who_is_on_duty_and_who_receives_at_its_time) {
    RuleSet rules = a_ruleset();
    rules.regions.at(RegionKey("midden-brabant")).contact.absent = {
        {day("2026-12-21"), day("2027-01-01")}};
    RuleTest test;
    test.given = a_request();
    test.at = at("2026-12-22T10:00:00+01:00");
    test.contacts = {"achtervang@midden-brabant.example"};
    test.owner = on_duty(rules.roster, rules.calendar, *test.at).text();
    EXPECT_THAT(failures_of(test, rules, monday_morning()), ElementsAre());
    test.at = at("2026-12-18T10:00:00+01:00");
    test.owner = "nobody";
    EXPECT_THAT(failures_of(test, rules, monday_morning()),
                ElementsAre("contacts: expected [achtervang@midden-brabant.example], got "
                            "[contact@midden-brabant.example]",
                            HasSubstr("owner: expected nobody, got ")));
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
