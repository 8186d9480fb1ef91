#include "core/routing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr bool go_on = true;

Route routed(const RequestData& data, const RuleSet& rules) {
    return route(data, rules, monday_morning());
}

std::vector<std::string> regions_of(const Route& route) {
    std::vector<std::string> keys;
    for (const Proposal& proposal : route.regions) keys.push_back(proposal.region.text());
    return keys;
}

const Proposal& in(const Route& route, const std::string& region) {
    const Proposal* proposal = route.find(RegionKey(region));
    if (!proposal) throw std::logic_error("no proposal for " + region);
    return *proposal;
}

std::vector<std::string> wsps_in(const Route& route, const std::string& region) {
    return texts_of(in(route, region).wsps);
}

TEST(Routing, the_first_match_decides) {
    const RuleSet rules = a_ruleset(
        {a_rule("offers", is(Field::kind, {"offer"}), to_regions({"twente"})),
         a_rule("demands", is(Field::kind, {"demand"}), to_regions({"drenthe"}, Mode::immediately)),
         a_rule("default", everything(), to_region_of_site())});
    const Route route = routed(a_request(), rules);
    EXPECT_THAT(route.rules, ElementsAre("demands"));
    EXPECT_THAT(regions_of(route), ElementsAre("drenthe"));
    EXPECT_EQ(in(route, "drenthe").mode, Mode::immediately);
}

TEST(Routing, with_continue_a_rule_contributes_and_the_search_goes_on) {
    const RuleSet rules =
        a_ruleset({a_rule("first", everything(), to_regions({"twente"}), go_on),
                   a_rule("never", is(Field::kind, {"offer"}), to_regions({"drenthe"}), go_on),
                   a_rule("second", everything(), to_region_of_site()),
                   a_rule("third", everything(), to_regions({"haaglanden"}))});
    const Route route = routed(a_request(), rules);
    EXPECT_THAT(route.rules, ElementsAre("first", "second"));
    EXPECT_THAT(regions_of(route), ElementsAre("midden-brabant", "twente"));
}

TEST(Routing, a_search_that_goes_on_to_the_end_keeps_what_was_contributed) {
    const RuleSet rules = a_ruleset({a_rule("only", everything(), to_region_of_site(), go_on)});
    EXPECT_THAT(regions_of(routed(a_request(), rules)), ElementsAre("midden-brabant"));
}

TEST(Routing, the_first_rule_that_names_a_region_sets_its_mode) {
    const RuleSet rules = a_ruleset(
        {a_rule("slow", everything(), to_regions({"twente"}), go_on),
         a_rule("quick", everything(), to_regions({"twente", "drenthe"}, Mode::immediately), go_on),
         a_rule("default", everything(), to_regions({"drenthe"}))});
    const Route route = routed(a_request(), rules);
    EXPECT_EQ(in(route, "twente").mode, Mode::after_assessment);
    EXPECT_EQ(in(route, "drenthe").mode, Mode::immediately);
    EXPECT_EQ(route.mode(), Mode::immediately);
    EXPECT_EQ(routed(a_request(), a_ruleset()).mode(), Mode::after_assessment);
}

TEST(Routing, wsps_and_inform_add_up_in_rule_order) {
    Refer manager = to_region_of_site();
    manager.wsps = {WspKey("wsp-hilvarenbeek")};
    manager.inform = {Role::wsp_manager};
    Refer director = to_region_of_site();
    director.inform = {Role::pow_director, Role::wsp_manager};
    const RuleSet rules = a_ruleset(
        {a_rule("first", everything(), manager, go_on), a_rule("second", everything(), director)});
    const Route route = routed(a_request(), rules);
    EXPECT_THAT(wsps_in(route, "midden-brabant"), ElementsAre("wsp-hilvarenbeek", "wsp-tilburg"));
    EXPECT_THAT(in(route, "midden-brabant").inform,
                ElementsAre(Role::wsp_manager, Role::pow_director));
}

TEST(Routing, the_first_deadlines_wins) {
    const auto policy = [](std::string first, std::string second) {
        return routed(a_request(), a_ruleset({a_rule("first", everything(), to_region_of_site(),
                                                     go_on, std::move(first)),
                                              a_rule("second", everything(), to_region_of_site(),
                                                     false, std::move(second))}))
            .policy;
    };
    EXPECT_EQ(policy("crisis", "calm"), "crisis");
    EXPECT_EQ(policy("", "calm"), "calm");
    EXPECT_EQ(policy("", ""), "blueprint");
}

TEST(Routing, a_rule_without_refer_contributes_its_deadlines) {
    Rule rule{"urgent", everything(), std::nullopt, "crisis", go_on};
    const Route route = routed(
        a_request(), a_ruleset({rule, a_rule("default", everything(), to_region_of_site())}));
    EXPECT_EQ(route.policy, "crisis");
    EXPECT_THAT(route.rules, ElementsAre("urgent", "default"));
    EXPECT_THAT(regions_of(route), ElementsAre("midden-brabant"));
}

TEST(Routing, region_of_site_gives_each_site_its_region) {
    const Route route =
        routed(a_request_at({{"7551 AA", ""}, {"5038 AB", ""}, {"", "Hengelo"}, {"5081 AA", ""}}),
               a_ruleset());
    EXPECT_THAT(regions_of(route), ElementsAre("midden-brabant", "twente"));
    EXPECT_THAT(in(route, "twente").sites, ElementsAre(0, 2));
    EXPECT_THAT(in(route, "midden-brabant").sites, ElementsAre(1, 3));
}

TEST(Routing, a_listed_region_serves_the_sites_that_lie_there_else_all) {
    const Route route =
        routed(a_request_at({{"7551 AA", ""}, {"5038 AB", ""}}),
               a_ruleset({a_rule("listed", everything(), to_regions({"twente", "drenthe"}))}));
    EXPECT_THAT(in(route, "twente").sites, ElementsAre(0));
    EXPECT_THAT(in(route, "drenthe").sites, ElementsAre(0, 1));
}

TEST(Routing, without_wsps_those_of_the_region_that_cover_the_sites_municipality) {
    const auto wsps = [](std::vector<Site> sites) {
        return wsps_in(routed(a_request_at(std::move(sites)), a_ruleset()), "midden-brabant");
    };
    EXPECT_THAT(wsps({{"5038", ""}}), ElementsAre("wsp-tilburg"));
    EXPECT_THAT(wsps({{"5081", ""}}), ElementsAre("wsp-hilvarenbeek"));
    EXPECT_THAT(wsps({{"5081", ""}, {"5038", ""}}), ElementsAre("wsp-tilburg", "wsp-hilvarenbeek"));
    // No WSP covers Goirle.
    EXPECT_THAT(wsps({{"5051", ""}}), ElementsAre("wsp-tilburg", "wsp-hilvarenbeek"));
    EXPECT_THAT(wsps({{"5038", ""}, {"5051", ""}}), ElementsAre("wsp-tilburg", "wsp-hilvarenbeek"));
}

TEST(Routing, a_listed_region_without_sites_offers_all_its_wsps) {
    const Route route =
        routed(a_request_at({{"7551 AA", ""}}),
               a_ruleset({a_rule("listed", everything(), to_regions({"midden-brabant"}))}));
    EXPECT_THAT(wsps_in(route, "midden-brabant"), ElementsAre("wsp-tilburg", "wsp-hilvarenbeek"));
}

TEST(Routing, wsps_names_those_of_its_region) {
    Refer refer = to_regions({"midden-brabant", "twente"});
    refer.wsps = {WspKey("wsp-hilvarenbeek")};
    const Route route = routed(a_request(), a_ruleset({a_rule("named", everything(), refer)}));
    EXPECT_THAT(wsps_in(route, "midden-brabant"), ElementsAre("wsp-hilvarenbeek"));
    EXPECT_THAT(wsps_in(route, "twente"), ElementsAre("wsp-twente"));
}

TEST(Routing, a_request_that_no_rule_places_is_unroutable) {
    const Route route =
        routed(a_request(),
               a_ruleset({a_rule("offers", is(Field::kind, {"offer"}), to_region_of_site())}));
    EXPECT_THAT(route.regions, IsEmpty());
    EXPECT_THAT(route.rules, IsEmpty());
    EXPECT_EQ(route.lead, RegionKey());
    EXPECT_EQ(route.policy, "blueprint");
    EXPECT_EQ(route.why.back(), "Geen enkele regel past op deze melding.");
}

TEST(Routing, a_request_that_no_known_site_places_is_unroutable) {
    const Route route = routed(a_request_at({{"", "Bergen"}, {"9998", ""}}), a_ruleset());
    EXPECT_THAT(route.regions, IsEmpty());
    ASSERT_EQ(route.unplaced.size(), 2U);
    EXPECT_EQ(route.unplaced[1].site, 1U);
    EXPECT_THAT(route.why.back(), HasSubstr("geen vestiging is geplaatst"));
}

TEST(Routing, a_rule_that_lists_regions_needs_no_placed_site) {
    const Route route = routed(a_request_at({{"", "Bergen"}}),
                               a_ruleset({a_rule("listed", everything(), to_regions({"twente"}))}));
    EXPECT_THAT(regions_of(route), ElementsAre("twente"));
    EXPECT_EQ(route.unplaced.size(), 1U);
}

TEST(Routing, a_rule_without_regions_that_decides_leaves_the_request_unroutable) {
    const Rule rule{"by-hand", everything(), std::nullopt, "", false};
    const Route route = routed(a_request(), a_ruleset({rule}));
    EXPECT_THAT(route.regions, IsEmpty());
    EXPECT_EQ(route.why.back(), "Regel by-hand noemt geen regio.");
}

TEST(Routing, a_site_that_cannot_be_placed_is_listed_in_unplaced) {
    const Route route = routed(a_request_at({{"", "Bergen"}, {"5038 AB", ""}}), a_ruleset());
    EXPECT_THAT(regions_of(route), ElementsAre("midden-brabant"));
    EXPECT_THAT(in(route, "midden-brabant").sites, ElementsAre(1));
    ASSERT_EQ(route.unplaced.size(), 1U);
    EXPECT_EQ(route.unplaced[0].site, 0U);
    EXPECT_THAT(route.unplaced[0].why, HasSubstr("een postcode is nodig"));
    EXPECT_THAT(route.why, Contains(HasSubstr("Vestiging 1: niet geplaatst")));
}

TEST(Routing, a_site_in_a_region_without_people_is_unplaced) {
    const Route route = routed(a_request_at({{"8601", ""}, {"5038 AB", ""}}), a_ruleset());
    EXPECT_THAT(regions_of(route), ElementsAre("midden-brabant"));
    ASSERT_EQ(route.unplaced.size(), 1U);
    EXPECT_THAT(route.unplaced[0].why, HasSubstr("friesland staat niet in regions.yaml"));
}

TEST(Routing, a_disagreement_of_postcode_and_municipality_stands_in_why) {
    const Route route = routed(a_request_at({{"5038 AB", "Breda"}}), a_ruleset());
    EXPECT_THAT(regions_of(route), ElementsAre("midden-brabant"));
    EXPECT_THAT(route.why, ElementsAre("Vestiging 1: postcode 5038 ligt in Tilburg, "
                                       "regio midden-brabant.",
                                       "Vestiging 1: postcode 5038 hoort bij Tilburg (regio "
                                       "midden-brabant), de opgegeven gemeente is Breda (regio "
                                       "west-brabant): de postcode telt."));
}

TEST(Routing, lead_is_the_region_with_most_sites_then_the_first_sites) {
    const auto lead = [](std::vector<Site> sites, std::vector<Rule> rules) {
        return routed(a_request_at(std::move(sites)), a_ruleset(std::move(rules))).lead.text();
    };
    const std::vector<Rule> sites = {a_rule("default", everything(), to_region_of_site())};
    const Site tilburg{"5038", ""};
    const Site hengelo{"7551", ""};
    const Site nowhere{"", "Bergen"};
    EXPECT_EQ(lead({tilburg, hengelo, hengelo}, sites), "twente");
    EXPECT_EQ(lead({hengelo, tilburg}, sites), "twente");
    EXPECT_EQ(lead({tilburg, hengelo}, sites), "midden-brabant");
    EXPECT_EQ(lead({nowhere, hengelo, tilburg}, sites), "twente");
    // Regions in which no site lies: the first that the rules name.
    EXPECT_EQ(lead({tilburg}, {a_rule("l", everything(), to_regions({"twente", "drenthe"}))}),
              "twente");
    EXPECT_EQ(
        lead({tilburg}, {a_rule("l", everything(), to_regions({"twente", "midden-brabant"}))}),
        "midden-brabant");
}

TEST(Routing, lead_by_people_where_the_sites_tell_them) {
    const auto lead = [](std::vector<Site> sites) {
        return routed(a_request_at(std::move(sites)), a_ruleset()).lead.text();
    };
    EXPECT_EQ(lead({{"5038", "", 2}, {"7551", "", 3}}), "twente");
    EXPECT_EQ(lead({{"5038", "", {}}, {"7551", "", 1}}), "twente");
    EXPECT_EQ(lead({{"5038", "", 3}, {"7551", "", 3}}), "midden-brabant");
    EXPECT_EQ(lead({{"5038", "", 90}, {"7551", "", 1}, {"7551", "", 1}}), "twente")
        << "most sites goes before most people";
}

TEST(Routing, why_tells_which_of_several_regions_leads_and_why) {
    const auto last_why = [](std::vector<Site> sites, std::vector<Rule> rules) {
        return routed(a_request_at(std::move(sites)), a_ruleset(std::move(rules))).why.back();
    };
    const std::vector<Rule> by_site = {a_rule("default", everything(), to_region_of_site())};
    const std::string twente_leads = "Regio Twente is de hoofdregio, want ";
    EXPECT_EQ(last_why({{"5038", "", {}}, {"7551", "", {}}, {"7551", "", {}}}, by_site),
              twente_leads + "daar liggen de meeste vestigingen.");
    EXPECT_EQ(last_why({{"5038", "", 1}, {"7551", "", 2}}, by_site),
              twente_leads + "daar gaat het om de meeste mensen.");
    EXPECT_EQ(last_why({{"7551", "", {}}, {"5038", "", {}}}, by_site),
              twente_leads + "daar ligt de eerste vestiging.");
    EXPECT_EQ(last_why({{"5038", "", {}}},
                       {a_rule("l", everything(), to_regions({"twente", "drenthe"}))}),
              twente_leads + "de regels noemen die regio het eerst.");
    EXPECT_THAT(last_why({{"7551", "", {}}}, by_site), Not(HasSubstr("hoofdregio")));
}

TEST(Routing, regions_are_ordered_by_key) {
    const RuleSet rules =
        a_ruleset({a_rule("l", everything(), to_regions({"twente", "drenthe", "haaglanden"}))});
    EXPECT_THAT(regions_of(routed(a_request(), rules)),
                ElementsAre("drenthe", "haaglanden", "twente"));
}

TEST(Routing, signposts_are_those_of_the_local_day) {
    RuleSet rules = a_ruleset();
    Signpost signpost;
    signpost.key = "vandaag";
    signpost.valid = {day("2026-11-24"), day("2026-11-24")};
    rules.signposts = {signpost};
    const auto at_instant = [&](const char* instant) {
        return route(a_request(), rules, at(instant)).signposts;
    };
    EXPECT_THAT(at_instant("2026-11-23T22:59:59Z"), IsEmpty());
    EXPECT_THAT(at_instant("2026-11-23T23:00:00Z"), ElementsAre("vandaag"));
    EXPECT_THAT(at_instant("2026-11-24T22:59:59Z"), ElementsAre("vandaag"));
    EXPECT_THAT(at_instant("2026-11-24T23:00:00Z"), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
