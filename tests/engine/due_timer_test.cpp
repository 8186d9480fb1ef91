// How long the writer sleeps, and when it looks at what is due.
#include "engine/due_timer.hpp"

#include <gtest/gtest.h>

#include "engine/limits.hpp"
#include "engine/noon.hpp"
#include "store/store_fault.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

DueTimer::NextDue next(std::optional<Instant> at) {
    return [at] { return at; };
}

TEST(DueTimer, sleeps_until_something_is_due_and_looks_then) {
    DueTimer timer;
    EXPECT_EQ(timer.pause(noon, next(noon + 5s)), 5s);
    EXPECT_FALSE(timer.is_due(noon + 4s));
    EXPECT_TRUE(timer.is_due(noon + 5s));
}

TEST(DueTimer, sleeps_no_longer_than_a_jump_of_the_clock_may_go_unnoticed) {
    DueTimer timer;
    EXPECT_EQ(timer.pause(noon, next(noon + 1h)), limits::sleep_max);
    EXPECT_EQ(timer.pause(noon, next({})), limits::sleep_max);
    EXPECT_FALSE(timer.is_due(noon + 1000h));
}

TEST(DueTimer, what_is_overdue_makes_no_busy_loop) {
    DueTimer timer;
    EXPECT_EQ(timer.pause(noon, next(noon - 1h)), 1ms);
    EXPECT_TRUE(timer.is_due(noon));
}

TEST(DueTimer, goes_on_at_once_while_there_is_more_and_asks_nobody) {
    DueTimer timer;
    timer.looked(noon, true, false);
    EXPECT_EQ(timer.pause(noon, [] { return ADD_FAILURE(), std::nullopt; }), 0ms);
    EXPECT_TRUE(timer.is_due(noon));
}

TEST(DueTimer, tries_again_after_a_pause_what_failed) {
    DueTimer timer;
    timer.looked(noon, false, true);
    EXPECT_EQ(timer.pause(noon, next(noon)), limits::failing_pause);
    EXPECT_FALSE(timer.is_due(noon));
    EXPECT_TRUE(timer.is_due(noon + limits::failing_pause));
    EXPECT_EQ(timer.pause(noon + 1h, next({})), 1ms);
    // The clock was set back: the pause is no longer for it.
    EXPECT_EQ(timer.pause(noon - 1h, next({})), limits::failing_pause);
    timer.looked(noon + 1s, false, false);
    EXPECT_EQ(timer.pause(noon + 1s, next({})), limits::sleep_max);
}

TEST(DueTimer, looks_again_after_the_store_failed_to_say_what_is_next) {
    DueTimer timer;
    timer.pause(noon, next(noon + 1h));
    EXPECT_THROW(
        timer.pause(noon,
                    []() -> std::optional<Instant> { throw StoreFault("disk is full", true); }),
        StoreFault);
    EXPECT_TRUE(timer.is_due(noon));
}

}  // namespace
}  // namespace werktdoord
