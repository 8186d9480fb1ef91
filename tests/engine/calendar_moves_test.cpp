// Looking ahead says what a reload then does.
#include "engine/calendar_moves.hpp"

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using ::testing::IsEmpty;

std::string moved(const RequestNumber& request, ClockName clock, Instant due) {
    return request.text() + " " + std::string(name_of(clock)) + " " + to_rfc3339(due);
}

TEST(CalendarLookAhead, tells_the_moves_that_a_reload_journals_and_changes_nothing) {
    World world;
    for (int i = 0; i < 3; ++i) {
        Wish wish;
        wish.employer = "employer-" + std::to_string(i);
        world.submits(wish);
    }
    const auto taken = world.submits();
    world.at("2026-11-23 11:00").does(taken, R"("event":"request.taken_up","by":"anna")");
    world.does(taken, R"("event":"request.referred","by":"anna")");
    world.at("2026-11-23 12:00").forget();

    std::vector<std::string> ahead;
    const MovesSummary summary =
        calendar_moves(world.store, closed_on("2026-11-24"), at("2026-11-23 12:00"),
                       [&](const DeadlineRow& row, const ClockTimes& times) {
                           ahead.push_back(moved(row.request, row.clock.name, times.due));
                       });
    EXPECT_THAT(world.told(), IsEmpty());
    EXPECT_EQ(summary.moved, static_cast<long>(ahead.size()));
    EXPECT_EQ(summary.running, 6) << "three to be taken up; forward, feedback and report_back";

    world.reload(closed_on("2026-11-24"));
    std::vector<std::string> journalled;
    for (const Event& event : world.store.events)
        if (event.name == EventName::clock_moved)
            journalled.push_back(moved(*event.request, *event.clock, *event.due));
    EXPECT_THAT(ahead, ::testing::UnorderedElementsAreArray(journalled));
    EXPECT_EQ(ahead.size(), 4u) << "days and weeks do not move";

    const MovesSummary again =
        calendar_moves(world.store, closed_on("2026-11-24"), at("2026-11-23 12:00"));
    EXPECT_EQ(again.moved, 0);
}

TEST(CalendarLookAhead, takes_no_account_of_what_is_due_by_now) {
    World world;
    world.submits();
    EXPECT_EQ(calendar_moves(world.store, closed_on("2026-11-24"), at("2026-11-24 09:12")),
              MovesSummary());
    EXPECT_EQ(calendar_moves(world.store, closed_on("2026-11-24"), at("2026-11-24 09:11")).moved,
              1);
}

}  // namespace
}  // namespace werktdoord
