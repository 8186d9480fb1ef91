// Work that reaches many requests: in pages, across restarts, and at once for what is touched.
#include "engine/backlog.hpp"

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RequestNumber number(int n) {
    return RequestNumber("NLWD-2026-00000" + std::to_string(n));
}

void submit(World& world, int requests) {
    for (int i = 0; i < requests; ++i) world.submits();
    world.forget();
}

TEST(Backlog, is_read_as_it_was_written) {
    World world;
    Backlog backlog;
    backlog.rules = RulesWalk{{at("2026-11-23 09:12"), std::nullopt}, number(3)};
    backlog.absences = {{MemberKey("anna"), std::nullopt}, {MemberKey("bram"), number(1)}};
    backlog.stand_ins = {{RegionKey("twente"), at("2026-11-23 09:12"), number(2)}};
    world.store.transaction([&] { write_backlog(world.store, backlog); });
    EXPECT_TRUE(read_backlog(world.store) == backlog);
    backlog = {};
    backlog.rules = RulesWalk{{at("2026-11-23 09:12"), at("2026-11-23 09:11")}, std::nullopt};
    world.store.transaction([&] { write_backlog(world.store, backlog); });
    EXPECT_TRUE(read_backlog(world.store) == backlog);
    world.store.transaction([&] { write_backlog(world.store, {}); });
    EXPECT_TRUE(read_backlog(world.store).empty());
}

TEST(Backlog, is_due_at_once_and_worked_off_a_page_at_a_time) {
    World world;
    submit(world, 5);
    world.load(world.other(all_to({"twente"})));
    EXPECT_LE(world.engine->next_due(), world.now());
    EXPECT_THAT(world.told("request."), IsEmpty()) << "the reload itself is quick";
    EXPECT_TRUE(world.works(2));
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.routed", "#2 request.routed"));
    EXPECT_TRUE(world.works(2));
    EXPECT_FALSE(world.works(2));
    EXPECT_EQ(world.told("request.routed").size(), 5U);
    EXPECT_GT(world.engine->next_due(), world.now());
}

TEST(Backlog, what_comes_in_meanwhile_is_decided_by_the_rules_in_force_and_not_again) {
    World world;
    submit(world, 3);
    world.load(world.other(all_to({"twente"}))).works(1);
    world.at("2026-11-23 09:13").forget();
    world.load(world.other(all_to({"drenthe"}))).works(1);
    world.submits();
    while (world.works(1)) continue;
    EXPECT_EQ(world.request(number(4)).route.lead.text(), "drenthe");
    EXPECT_EQ(world.told("request.routed").size(), 4U);
}

TEST(Backlog, goes_on_after_a_restart_in_the_middle) {
    World world;
    submit(world, 5);
    world.load(world.other(all_to({"twente"}))).works(2);
    world.down_until("2026-11-23 09:20");
    EXPECT_THAT(world.told("request."),
                ElementsAre("#1 request.routed", "#2 request.routed", "#3 request.routed",
                            "#4 request.routed", "#5 request.routed"));
}

TEST(Backlog, other_rules_in_the_middle_reach_every_request) {
    World world;
    submit(world, 4);
    world.load(world.other(all_to({"twente"}))).works(2);
    world.load(world.other(all_to({"drenthe"})));
    while (world.works(2)) continue;
    for (int n = 1; n <= 4; ++n) EXPECT_EQ(world.request(number(n)).route.lead.text(), "drenthe");
    EXPECT_EQ(world.told("request.routed").size(), 6U);
}

TEST(Backlog, what_somebody_touches_is_brought_up_first) {
    World world;
    submit(world, 3);
    world.load(world.other(all_to({"twente"}))).works(1);
    world.does(number(3), R"("event":"request.taken_up","by":"anna")");
    world.does(number(3), R"("event":"request.referred","by":"anna")");
    EXPECT_THAT(world.told("request.|referral."),
                ElementsAre("#1 request.routed", "#3 request.routed", "#3 request.taken_up",
                            "#3 request.referred twente", "#3 referral.sent twente"));
    while (world.works(1)) continue;
    EXPECT_EQ(world.told("request.routed").size(), 3U);
}

TEST(Backlog, a_clock_that_the_calendar_moves_is_not_missed_by_its_old_due) {
    World world;
    submit(world, 3);
    world.at("2026-11-24 09:11").forget();
    world.load(world.other(closed_on("2026-11-24"))).works(1);
    world.down_until("2026-11-24 10:00");  // the old due was at 09:12
    EXPECT_THAT(
        world.told("clock."),
        ElementsAre("#1 clock.moved take_up", "#2 clock.moved take_up", "#3 clock.moved take_up"));
}

TEST(Backlog, a_further_change_does_not_forget_clocks_that_were_to_be_moved) {
    World world;
    submit(world, 3);
    world.at("2026-11-24 09:11").forget();
    world.load(world.other(closed_on("2026-11-24"))).works(1);
    world.down_until("2026-11-24 10:00", closed_on("2026-11-24", all_to({"twente"})));
    EXPECT_EQ(world.told("clock.moved").size(), 3U);
    EXPECT_THAT(world.told("clock.missed"), IsEmpty());
}

TEST(Backlog, an_owner_who_left_has_nothing_left_when_it_is_done) {
    World world;
    submit(world, 3);
    RuleSet rules = build::a_ruleset();
    rules.roster.team.erase(MemberKey("anna"));
    for (auto& entry : rules.roster.week)
        if (entry == MemberKey("anna")) entry = MemberKey("chris");
    world.load(world.other(rules)).works(1);
    world.does(number(3), R"("event":"request.note","by":"bram","note":"gebeld")");
    while (world.works(1)) continue;
    EXPECT_THAT(world.told("request."),
                ElementsAre("#1 request.reassigned chris", "#3 request.reassigned chris",
                            "#3 request.note", "#2 request.reassigned chris"));
}

}  // namespace
}  // namespace werktdoord
