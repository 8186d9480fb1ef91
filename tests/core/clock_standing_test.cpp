// Contract section 6: in time, late, missed; and what counts as what in a report.
#include "core/clock_standing.hpp"

#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::at;

struct Example {
    const char* what;
    ClockState state;
    const char* ended;  // empty: open
    const char* now;
    ClockStanding standing;
    int minutes;
};

TEST(ClockStanding, is_judged_by_when_it_happened_against_the_due_instant) {
    using enum ClockState;
    const Example examples[] = {
        {"runs", running, "", "2026-11-23T16:59:59Z", ClockStanding::running, 479},
        {"due at this instant", running, "", "2026-11-23T17:00:00Z", ClockStanding::overdue, 480},
        {"past due, not told yet", running, "", "2026-11-23T18:00:00Z", ClockStanding::overdue,
         540},
        {"told as missed, and moved later", missed, "", "2026-11-23T10:00:00Z",
         ClockStanding::overdue, 60},
        {"met ahead", met, "2026-11-23T10:00:00Z", "2026-11-30T09:00:00Z", ClockStanding::in_time,
         60},
        {"met exactly at due", met, "2026-11-23T17:00:00Z", "2026-11-30T09:00:00Z",
         ClockStanding::in_time, 480},
        {"met after", met, "2026-11-23T17:00:01Z", "2026-11-30T09:00:00Z", ClockStanding::met_late,
         480},
        {"ended unmet in time", cancelled, "2026-11-23T17:00:00Z", "2026-11-30T09:00:00Z",
         ClockStanding::cancelled, 480},
        {"ended unmet after due", cancelled, "2026-11-24T09:00:00Z", "2026-11-30T09:00:00Z",
         ClockStanding::never, 1440},
        {"starts later than now", running, "", "2026-11-22T09:00:00Z", ClockStanding::running, 0},
    };
    for (const Example& example : examples) {
        Clock clock;
        clock.start = at("2026-11-23T09:00:00Z");
        clock.due = at("2026-11-23T17:00:00Z");
        clock.state = example.state;
        if (*example.ended) clock.ended_at = at(example.ended);
        EXPECT_EQ(standing_of(clock, at(example.now)), example.standing) << example.what;
        EXPECT_EQ(std::chrono::floor<std::chrono::minutes>(time_taken(clock, at(example.now))),
                  std::chrono::minutes(example.minutes))
            << example.what;
    }
}

}  // namespace
}  // namespace werktdoord
