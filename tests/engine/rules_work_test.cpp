// Rules that come into force: on record, and what of them reaches running clocks (section 6).
#include "engine/rules_work.hpp"

#include <algorithm>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Event& first(const World& world, EventName name) {
    return *std::ranges::find(world.store.events, name, &Event::name);
}

TEST(RulesInForce, are_on_record_with_their_hash) {
    RuleSet rules = build::a_ruleset();
    rules.hash = std::string(64, 'b');
    World world;
    world.reload(rules);
    EXPECT_THAT(world.told(), ElementsAre("rules.loaded"));
    EXPECT_EQ(world.store.events.back().rules_hash, rules.hash);
    EXPECT_EQ(world.engine->rules().hash, rules.hash);
}

TEST(RulesInForce, that_cannot_be_put_on_record_leave_those_before_them) {
    World world;
    RuleSet rules = build::a_ruleset();
    rules.hash = std::string(64, 'b');
    world.store.before_append = [](const Event&) { throw StoreFault("disk is full", true); };
    EXPECT_THROW(world.reload(rules), StoreFault);
    world.store.before_append = [](const Event&) {};
    EXPECT_EQ(world.engine->rules().hash, std::string(64, 'a'));
}

TEST(CalendarChange, moves_running_clocks_with_the_old_and_new_instants) {
    World world;
    world.submits();
    world.forget().reload(closed_on("2026-11-24"));
    EXPECT_THAT(world.told(), ElementsAre("rules.loaded", "#1 clock.moved take_up"));
    const Event& moved = first(world, EventName::clock_moved);
    EXPECT_EQ(moved.old_due, at("2026-11-24 09:12"));
    EXPECT_EQ(moved.due, at("2026-11-25 09:12"));
    EXPECT_EQ(moved.old_warn, moved.warn) << "four working hours before, on Monday still";
    EXPECT_EQ(moved.reason, "calendar");
    world.forget().at("2026-11-25 09:12");
    EXPECT_THAT(world.dated("clock.missed"), ElementsAre("11-25 09:12 #1 clock.missed take_up"));
}

TEST(CalendarChange, is_told_once_and_reaches_no_clock_that_it_does_not_move) {
    World world;
    world.submits();
    world.forget().reload(closed_on("2026-12-24")).reload(closed_on("2026-12-24"));
    EXPECT_THAT(world.told("clock."), IsEmpty());
}

TEST(CalendarChange, a_missed_clock_stays_missed) {
    World world;
    world.submits();
    world.at("2026-11-24 12:00").forget().reload(closed_on("2026-11-24"));
    EXPECT_THAT(world.told("clock."), IsEmpty());
}

TEST(CalendarChange, what_ran_out_while_the_daemon_was_down_is_missed_by_its_old_due) {
    World world;
    world.submits();
    world.forget().down_until("2026-11-24 15:00", closed_on("2026-11-24"));
    EXPECT_THAT(world.told("clock."), ElementsAre("#1 clock.missed take_up"));
    EXPECT_EQ(first(world, EventName::clock_missed).due, at("2026-11-24 09:12"));
}

TEST(CalendarChange, one_made_while_the_daemon_was_down_moves_clocks_at_the_restart) {
    World world;
    world.submits();
    world.forget().down_until("2026-11-23 15:00", closed_on("2026-11-24"));
    EXPECT_THAT(world.told("clock."),
                ElementsAre("#1 clock.moved take_up", "#1 clock.warned take_up"));
}

TEST(PolicyChange, serves_clocks_that_start_later) {
    World world;
    world.submits();
    RuleSet rules = build::a_ruleset();
    rules.deadlines.policies["blueprint"].clocks[ClockName::take_up].within.count = 3;
    world.forget().reload(rules).submits();
    world.at("2026-11-24 09:12");
    EXPECT_THAT(world.told("clock.m"), ElementsAre("#1 clock.missed take_up"));
    world.at("2026-11-26 09:12");
    EXPECT_THAT(world.dated("clock.missed"), ElementsAre("11-24 09:12 #1 clock.missed take_up",
                                                         "11-26 09:12 #2 clock.missed take_up"));
}

}  // namespace
}  // namespace werktdoord
