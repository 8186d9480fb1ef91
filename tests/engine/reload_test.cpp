// Open proposals under other rules that come into force (contract sections 1, 3 and 6).
#include <algorithm>

#include "engine/rules_work.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using build::twente;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> proposed(World& world, const RequestNumber& number) {
    std::vector<std::string> regions;
    for (const Proposal& proposal : world.request(number).route.regions)
        regions.push_back(proposal.region.text());
    return regions;
}

TEST(RoutedAnew, an_open_proposal_under_the_rules_that_come_into_force) {
    World world;
    const RequestNumber one = world.submits();
    const RequestNumber two = taken_up(world);
    world.forget().reload(all_to({"twente"}));
    EXPECT_THAT(world.told(),
                ElementsAre("rules.loaded", "#1 request.routed", "#2 request.routed"));
    EXPECT_THAT(proposed(world, one), ElementsAre("twente"));
    EXPECT_THAT(proposed(world, two), ElementsAre("twente"));
    const Event& routed = world.store.events.back();
    EXPECT_EQ(routed.reason, "rules_changed");
    EXPECT_EQ(routed.rules_hash, world.engine->rules().hash);
    EXPECT_THAT(routed.route->rules, ElementsAre("elders"));
}

TEST(RoutedAnew, a_closed_request_when_it_is_reopened) {
    World world;
    const RequestNumber one = referred(world);
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.reload(all_to({"twente"})).forget();
    const std::string reopened = R"("event":"request.reopened","by":"anna","reason":"toch nog")";
    world.does(one, reopened);
    EXPECT_THAT(world.told("request."),
                ElementsAre("#1 request.reopened", "#1 request.routed", "#1 request.deciding"));
    EXPECT_THAT(proposed(world, one), ElementsAre("twente"));
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.forget().does(one, reopened);
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.reopened", "#1 request.deciding"))
        << "by the same rules";
}

TEST(RoutedAnew, nothing_is_told_where_nothing_differs) {
    World world;
    world.submits();
    referred(world);
    world.forget().reload(build::a_ruleset()).reload(build::a_ruleset());
    EXPECT_THAT(world.told(), ElementsAre("rules.loaded", "rules.loaded"));
}

TEST(RoutedAnew, the_same_files_once_more_are_on_record_and_change_nothing) {
    World world;
    world.submits();
    world.forget().load(world.engine->rules_in_force());
    EXPECT_FALSE(world.works());
    EXPECT_THAT(world.told(), ElementsAre("rules.loaded"));
}

TEST(RoutedAnew, what_could_not_be_placed_can_be_now_and_the_other_way_round) {
    World world;
    const RequestNumber one = world.submits({"demand", "delinde", {"9999 ZZ"}, 4});
    ASSERT_THAT(proposed(world, one), IsEmpty());
    world.forget().reload(all_to({"twente"}));
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.routed"));
    EXPECT_THAT(proposed(world, one), ElementsAre("twente"));
    world.forget().reload(build::a_ruleset());
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.unroutable"));
}

TEST(RoutedAnew, immediately_stays_a_proposal_beyond_the_registration) {
    World world;
    const RequestNumber one = world.submits();
    world.forget().reload(all_to({"twente"}, Mode::immediately));
    EXPECT_THAT(world.told("request.|referral.|mail."), ElementsAre("#1 request.routed"));
    EXPECT_EQ(world.request(one).state, State::registered);
    EXPECT_EQ(world.request(one).route.mode(), Mode::immediately);
}

TEST(RoutedAnew, also_a_request_of_which_every_clock_was_missed) {
    World world;
    const RequestNumber one = world.submits();
    world.at("2026-11-24 12:00").forget().reload(all_to({"twente"}));
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.routed"));
    EXPECT_THAT(proposed(world, one), ElementsAre("twente"));
}

TEST(RoutedAnew, rules_that_changed_while_the_daemon_was_down_count_at_the_start) {
    World world;
    world.submits();
    world.forget().down_until("2026-11-23 10:00", all_to({"twente"}));
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.routed"));
    world.forget().down_until("2026-11-23 11:00");
    EXPECT_THAT(world.told("request."), IsEmpty());
}

TEST(RoutedAnew, never_a_closed_request) {
    World world;
    const RequestNumber one = world.submits();
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.forget().reload(all_to({"twente"}));
    EXPECT_THAT(world.told("request."), IsEmpty());
}

TEST(RoutedAnew, an_open_referral_keeps_its_sites_wsps_lead_and_clocks) {
    World world;
    const RequestNumber one = referred(world, {"demand", "delinde", {"5038 AB", "4811 AA"}, 4});
    const Case before = world.request(one);
    world.forget().reload(all_to({"twente"}));
    const Case after = world.request(one);
    EXPECT_THAT(world.told(), ElementsAre("rules.loaded", "#1 request.routed"));
    EXPECT_TRUE(after.referrals == before.referrals);
    EXPECT_TRUE(after.clocks == before.clocks);
    EXPECT_EQ(after.route.lead, before.route.lead);
}

TEST(RoutedAnew, what_is_referred_further_goes_where_the_rules_now_say) {
    World world;
    const RequestNumber one = referred(world);
    world.reload(all_to({"midden-brabant", "twente"})).forget();
    world.does(one, R"("event":"request.referred","by":"anna")");
    EXPECT_THAT(world.told("referral.sent"), ElementsAre("#1 referral.sent twente"));
}

TEST(RoutedAnew, a_wsp_in_the_place_of_one_that_is_gone_gets_what_was_not_forwarded_yet) {
    World world;
    const RequestNumber one = referred(world);
    RuleSet rules = build::a_ruleset();
    rules.regions.at(brabant).wsps[0].key = WspKey("wsp-nieuw");
    world.reload(rules).forget();
    world.does(one, R"("event":"referral.forwarded","by":"anna","region":"midden-brabant")");
    EXPECT_EQ(world.request(one).referrals[0].asks.at(0).wsp.text(), "wsp-nieuw");
}

TEST(RoutedAnew, by_another_policy_only_clocks_that_start_later_differ) {
    World world;
    const RequestNumber one = world.submits();
    const Case before = world.request(one);
    RuleSet rules = build::a_ruleset();
    rules.deadlines.policies["crisis"] = rules.deadlines.policies["blueprint"];
    rules.deadlines.policies["crisis"].clocks[ClockName::take_up].within = {1, Unit::working_hours};
    rules.deadlines.policies["crisis"].clocks[ClockName::assess].within = {1, Unit::working_hours};
    rules.routing[0].deadlines = "crisis";
    world.reload(rules);
    EXPECT_TRUE(world.request(one).clocks == before.clocks);
    world.does(one, R"("event":"request.taken_up","by":"anna")");
    const Clock assess = world.request(one).clocks.back();
    EXPECT_EQ(assess.name, ClockName::assess);
    EXPECT_EQ(assess.due, at("2026-11-23 10:12"));
}

TEST(RoutedAnew, an_amendment_says_so_and_reaches_open_referrals) {
    World world;
    const RequestNumber one = referred(world, {"demand", "delinde", {"5038 AB", "5081 AA"}, 4});
    world.forget().does(one, R"("event":"request.amended","by":"anna",)"
                             R"("data":{"sites":[{"postcode":"5038 AB"}]})");
    const auto& events = world.store.events;
    const auto routed = std::find_if(events.rbegin(), events.rend(), [](const Event& event) {
        return event.name == EventName::request_routed;
    });
    EXPECT_EQ(routed->reason, "amended");
    EXPECT_EQ(world.request(one).referrals[0].sites.size(), 1U);
}

TEST(LostOpenWork, is_a_region_or_wsp_that_the_rules_lack) {
    World world;
    const RequestNumber one = referred(world);
    world.does(one, R"("event":"referral.forwarded","by":"anna","region":"midden-brabant")");
    RuleSet rules = build::a_ruleset();
    rules.hash = "another";
    EXPECT_EQ(lost_open_work(world.store, rules), "");
    rules.regions.erase(twente);
    EXPECT_EQ(lost_open_work(world.store, rules), "");
    rules.regions.at(brabant).wsps.erase(rules.regions.at(brabant).wsps.begin());
    EXPECT_EQ(lost_open_work(world.store, rules),
              "WSP wsp-tilburg of region midden-brabant has open work and cannot be removed");
}

}  // namespace
}  // namespace werktdoord
