// Clocks that are due over several cases: their order, bounded batches, downtime (section 6).
#include "engine/due_work.hpp"

#include <algorithm>

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Take-ups of Monday 09:12 and later: warned at 13:12 on Monday, due at 09:12 on Tuesday.
TEST(DueWork, at_one_instant_missed_comes_before_warned) {
    World world(build::a_ruleset(), "2026-11-23 09:12");
    world.submits();
    world.at("2026-11-23 13:12").submits();  // warned when the first is missed
    world.at("2026-11-24 09:11").forget();
    world.at("2026-11-24 09:12");
    EXPECT_THAT(world.dated("clock."), ElementsAre("11-24 09:12 #1 clock.missed take_up",
                                                   "11-24 09:12 #2 clock.warned take_up"));
}

TEST(DueWork, after_downtime_missed_comes_before_warned_whatever_the_instant) {
    World world;
    world.submits();
    world.at("2026-11-23 14:00").submits();  // warned at 10:00 on Tuesday, due at 14:00
    world.at("2026-11-23 15:00").submits();  // warned at 11:00, due at 15:00
    world.forget().down_until("2026-11-24 14:30");
    EXPECT_THAT(world.told("clock."),
                ElementsAre("#1 clock.missed take_up", "#2 clock.missed take_up",
                            "#3 clock.warned take_up"));
}

TEST(DueWork, equals_go_by_due_instant_then_request_then_clock) {
    RuleSet rules = build::a_ruleset();
    ClockRule& assess = rules.deadlines.policies["blueprint"].clocks[ClockName::assess];
    assess = rules.deadlines.policies["blueprint"].clocks[ClockName::take_up];
    assess.warn.reset();
    World world(rules);
    for (int i = 0; i < 3; ++i) world.submits({"demand", "bedrijf" + std::to_string(i)});
    world.at("2026-11-23 09:11");
    world.forget().at("2026-11-24 09:12");
    EXPECT_THAT(world.told("clock.missed"),
                ElementsAre("#1 clock.missed assess", "#1 clock.missed take_up",
                            "#2 clock.missed assess", "#2 clock.missed take_up",
                            "#3 clock.missed assess", "#3 clock.missed take_up"));
}

TEST(DueWork, what_was_due_first_comes_first_though_its_request_came_later) {
    RuleSet rules = build::a_ruleset();
    rules.deadlines.policies["short"] = rules.deadlines.policies["blueprint"];
    rules.deadlines.policies["short"].clocks[ClockName::take_up].within = {1, Unit::working_hours};
    rules.routing = {build::a_rule("urgent", build::is(Field::headcount, {"1"}),
                                   build::to_region_of_site(), false, "short"),
                     rules.routing[0]};
    World world(rules);
    world.submits();
    world.submits({"demand", "spoed", {"5038 AB"}, 1});
    world.forget().down_until("2026-11-24 12:00");
    EXPECT_THAT(world.told("clock.missed"),
                ElementsAre("#2 clock.missed take_up", "#1 clock.missed take_up"));
}

TEST(DueWork, a_batch_takes_a_bounded_number_of_cases_and_says_that_there_is_more) {
    World world;
    for (int i = 0; i < 5; ++i) world.submits();
    world.forget();
    const auto clear = [&](const std::string& local) {
        // As the daemon at its start, but batch by batch.
        world.engine.emplace(world.store, world.engine->rules_in_force());
        const Instant now = at(local);
        Lines sizes;
        for (bool more = true; more;) {
            const std::size_t before = world.told("clock.missed").size();
            world.store.transaction([&] { more = world.engine->work_due(now, 2); });
            sizes.push_back(std::to_string(world.told("clock.missed").size() - before) +
                            (more ? " more" : ""));
        }
        return sizes;
    };
    EXPECT_THAT(clear("2026-11-24 10:00"), ElementsAre("2 more", "2 more", "1"));
    EXPECT_GT(world.engine->next_due(), at("2026-11-24 10:00"));
}

TEST(DueWork, a_full_batch_says_more_and_the_next_one_finds_nothing) {
    World world;
    world.submits();
    world.submits();
    world.at("2026-11-23 13:11");
    world.forget();
    EXPECT_FALSE(world.works(2)) << "nothing is due yet";
    world.engine->recorder().take();
    bool more = false;
    const Instant warned = at("2026-11-23 13:12");
    world.store.transaction([&] { more = world.engine->work_due(warned, 2); });
    EXPECT_TRUE(more);
    world.store.transaction([&] { more = world.engine->work_due(warned, 2); });
    EXPECT_FALSE(more);
    EXPECT_THAT(world.told("clock."),
                ElementsAre("#1 clock.warned take_up", "#2 clock.warned take_up"));
}

TEST(DueWork, after_downtime_a_miss_has_now_as_its_instant_and_due_as_it_was) {
    World world;
    world.submits();
    world.forget().down_until("2026-11-24 15:00");
    EXPECT_THAT(world.dated("clock."), ElementsAre("11-24 15:00 #1 clock.missed take_up"))
        << "its warning is left out";
    const auto missed =
        std::ranges::find(world.store.events, EventName::clock_missed, &Event::name);
    EXPECT_EQ(missed->due, at("2026-11-24 09:12"));
    EXPECT_THAT(world.told("alert."),
                ElementsAre("#1 alert.raised take_up missed -> owner:anna team:anna team:bram "
                            "team:chris team:dirk"));
}

TEST(DueWork, of_the_steps_passed_while_down_only_the_last_is_raised_with_skipped) {
    World world;
    world.submits();
    world.forget().down_until("2026-11-27 10:00");
    // Passed: missed, and the coordinator's of Wednesday, Thursday and Friday 09:12.
    EXPECT_THAT(world.told("alert."),
                ElementsAre("#1 alert.raised take_up after 3 skipped 3 -> coordinator:dirk"));
    world.forget().at("2026-11-30 09:12");
    EXPECT_THAT(world.dated("alert."),
                ElementsAre("11-30 09:12 #1 alert.raised take_up after 4 -> coordinator:dirk"));
}

TEST(DueWork, a_missed_clock_is_never_silent) {
    World world;
    world.submits();
    world.at("2026-12-02 09:12").forget();  // the last of the ladder: six sends from 11-25
    world.at("2026-12-23 12:00");
    EXPECT_THAT(world.dated("alert."),
                ElementsAre("12-09 09:12 #1 alert.raised take_up overdue 1 -> owner:anna "
                            "coordinator:dirk",
                            "12-16 09:12 #1 alert.raised take_up overdue 2 -> owner:anna "
                            "coordinator:dirk",
                            "12-23 09:12 #1 alert.raised take_up overdue 3 -> owner:anna "
                            "coordinator:dirk"));
}

TEST(DueWork, an_event_exactly_at_due_comes_after_the_miss_and_counts_as_in_time) {
    World world;
    const RequestNumber one = world.submits();
    world.at("2026-11-24 09:11").forget();
    world.at("2026-11-24 09:12").does(one, R"("event":"request.taken_up","by":"anna")");
    EXPECT_THAT(
        world.told("clock.m|request."),
        ElementsAre("#1 clock.missed take_up", "#1 request.taken_up", "#1 clock.met take_up"));
}

TEST(DueWork, what_people_did_comes_after_what_their_request_has_due_though_the_batch_was_full) {
    World world;
    const RequestNumber one = world.submits();
    world.forget();
    // The work of the batch went to other cases; the command comes at the same instant.
    const Instant now = at("2026-11-24 12:00");
    world.store.transaction([&] {
        world.engine->record(an_event(one, R"("event":"request.taken_up","by":"anna")"), {}, now);
    });
    EXPECT_THAT(
        world.told("clock.m|request."),
        ElementsAre("#1 clock.missed take_up", "#1 request.taken_up", "#1 clock.met take_up late"));
}

TEST(DueWork, a_closed_request_has_nothing_due) {
    World world;
    const RequestNumber one = world.submits();
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.forget().at("2026-12-23 12:00");
    EXPECT_THAT(world.told(), IsEmpty());
    EXPECT_EQ(world.engine->next_due(), std::nullopt);
}

}  // namespace
}  // namespace werktdoord
