// A reload is harmless to what is running: clocks, warnings, alerts (contract sections 3 and 6).
#include <algorithm>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

EscalationStep after(int working_days, Role to, int repeat = 0) {
    return {AlertStep::after, {working_days, Unit::working_days}, repeat, {to}};
}

RuleSet take_up_ladder(std::vector<EscalationStep> steps) {
    RuleSet rules = build::a_ruleset();
    rules.deadlines.escalation[ClockName::take_up] = std::move(steps);
    return rules;
}

TEST(Reload, a_day_closed_and_opened_again_moves_a_clock_there_and_back) {
    World world;
    const RequestNumber one = world.submits();
    const Clock before = world.request(one).clocks.at(0);
    world.forget().reload(closed_on("2026-11-24"));
    EXPECT_EQ(world.request(one).clocks.at(0).due, at("2026-11-25 09:12"));
    world.reload(build::a_ruleset());
    EXPECT_THAT(world.told("clock."),
                ElementsAre("#1 clock.moved take_up", "#1 clock.moved take_up"));
    EXPECT_TRUE(world.request(one).clocks.at(0) == before);
}

TEST(Reload, a_warning_that_was_given_is_not_given_again_by_a_moved_clock) {
    World world;
    world.submits();
    world.at("2026-11-23 14:00").forget();  // warned at 13:12
    world.reload(closed_on("2026-11-24")).at("2026-11-25 09:12");
    EXPECT_THAT(world.told("clock."),
                ElementsAre("#1 clock.moved take_up", "#1 clock.missed take_up"));
}

TEST(Reload, a_missed_clock_raises_its_alerts_as_if_nothing_had_been_reloaded) {
    const auto alerts = [](int reloads) {
        World world;
        world.submits();
        for (int day = 24; day < 30; ++day) {
            world.at("2026-11-" + std::to_string(day) + " 12:00");
            for (int i = 0; i < reloads; ++i) world.reload(build::a_ruleset());
        }
        world.at("2026-12-14 12:00");
        return world.dated("alert.raised");
    };
    EXPECT_EQ(alerts(3), alerts(0));
    EXPECT_EQ(alerts(3).size(), 9U) << "warned, missed, six times the coordinator, overdue";
}

TEST(LadderChange, a_step_that_is_left_keeps_its_instant_when_one_before_it_goes) {
    World world(take_up_ladder({after(1, Role::coordinator), after(2, Role::team)}));
    world.submits();
    world.at("2026-11-25 12:00").forget();  // the coordinator heard it at 09:12
    world.reload(take_up_ladder({after(2, Role::team)})).at("2026-11-26 12:00");
    EXPECT_THAT(world.dated("alert.raised"),
                ElementsAre("11-26 09:12 #1 alert.raised take_up after 1 -> team:anna team:bram "
                            "team:chris team:dirk"));
}

TEST(LadderChange, a_step_put_in_before_those_that_were_raised_is_not_raised_late) {
    World world(take_up_ladder({after(1, Role::owner), after(3, Role::coordinator)}));
    world.submits();
    world.at("2026-11-25 12:00").forget();
    world
        .reload(take_up_ladder(
            {after(1, Role::owner), after(1, Role::coordinator), after(3, Role::coordinator)}))
        .at("2026-11-27 12:00");
    EXPECT_THAT(world.dated("alert.raised"),
                ElementsAre("11-27 09:12 #1 alert.raised take_up after 1 -> coordinator:dirk"));
}

TEST(LadderChange, one_that_has_nothing_at_the_promised_instant_is_not_silent) {
    World world(take_up_ladder({after(1, Role::owner), after(2, Role::coordinator)}));
    world.submits();
    world.at("2026-11-25 12:00").forget();
    world.reload(take_up_ladder({after(3, Role::coordinator)})).at("2026-11-27 12:00");
    EXPECT_EQ(world.told("alert.raised take_up after 1 -> coordinator:dirk").size(), 1U);
    world.forget().at("2026-12-04 12:00");
    EXPECT_THAT(world.dated("alert.raised"),
                ElementsAre("12-04 09:12 #1 alert.raised take_up overdue 1 -> owner:anna "
                            "coordinator:dirk"));
}

TEST(LadderChange, the_next_alert_of_a_shorter_ladder_comes_in_time) {
    World world(take_up_ladder({after(1, Role::owner, 5)}));
    world.submits();
    world.at("2026-11-27 12:00").forget();  // raised on the 25th, 26th and 27th
    world.reload(take_up_ladder({after(1, Role::coordinator, 1)})).at("2026-12-04 12:00");
    const Lines told = world.dated("alert.raised");
    ASSERT_FALSE(told.empty()) << "the one promised for the 30th";
    EXPECT_TRUE(told[0].starts_with("11-30 09:12 #1 alert.raised")) << told[0];
    EXPECT_EQ(std::ranges::count_if(told,
                                    [](const std::string& line) {
                                        return line.find("skipped") != std::string::npos;
                                    }),
              0);
}

}  // namespace
}  // namespace werktdoord
