// Which running clocks another calendar moves, and how far.
#include "core/calendar_moves.hpp"

#include <gmock/gmock.h>

#include "build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using ::testing::ElementsAre;
using ::testing::Pair;

Clock take_up() {
    Clock clock;
    clock.name = ClockName::take_up;
    clock.within = {1, Unit::working_days};
    clock.warning = Warning{{4, Unit::working_hours}, true};
    clock.start = monday_morning();
    const ClockTimes times =
        times_of({clock.within, clock.warning, {}, {}, {}}, a_calendar(), clock.start);
    clock.warn = times.warn;
    clock.due = times.due;
    return clock;
}

TEST(CalendarMoves, a_closed_day_moves_a_running_clock) {
    const auto moved = moved_times(take_up(), a_calendar_closed_on("2026-11-24"), monday_morning());
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->due, at("2026-11-25T09:12:00+01:00"));
}

TEST(CalendarMoves, leave_what_does_not_run_or_counts_the_same) {
    const WorkCalendar closed = a_calendar_closed_on("2026-11-24");
    EXPECT_FALSE(moved_times(take_up(), a_calendar(), monday_morning()));
    EXPECT_FALSE(moved_times(take_up(), a_calendar_closed_on("2026-12-24"), monday_morning()));
    EXPECT_FALSE(moved_times(take_up(), closed, take_up().due)) << "missed, though not yet told";
    for (const ClockState state : {ClockState::missed, ClockState::met, ClockState::cancelled}) {
        Clock clock = take_up();
        clock.state = state;
        EXPECT_FALSE(moved_times(clock, closed, monday_morning())) << name_of(state);
    }
}

TEST(CalendarMoves, are_measured_in_local_days) {
    Clock clock = take_up();
    clock.due = at("2027-03-26T12:00:00+01:00");
    const ClockTimes after_the_change{std::nullopt, at("2027-03-30T12:00:00+02:00")};
    EXPECT_EQ(shift_of(clock, after_the_change, amsterdam()), std::chrono::days(4));
}

TEST(CalendarMoves, are_summed_up_by_clock_and_shift) {
    using std::chrono::minutes;
    MovesSummary summary;
    Clock clock = take_up();
    const auto later = [&](minutes shift) {
        summary.add(clock, {clock.warn, clock.due + shift}, amsterdam());
    };
    later(minutes(60));
    later(minutes(60));
    later(minutes(-5));
    clock.name = ClockName::forward;
    later(minutes(0));
    EXPECT_EQ(summary.moved, 4);
    EXPECT_THAT(summary.by[ClockName::take_up],
                ElementsAre(Pair(minutes(-5), 1), Pair(minutes(60), 2)));
    EXPECT_THAT(summary.by[ClockName::forward], ElementsAre(Pair(minutes(0), 1)));
}

}  // namespace
}  // namespace werktdoord
