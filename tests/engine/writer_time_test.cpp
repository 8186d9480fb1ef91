// The thread that writes and the clock of the system, which may jump.
#include <algorithm>
#include <thread>

#include "engine/journal_time.hpp"
#include "engine/writer_desk.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using Outcome = Reply::Outcome;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Time, a_clock_that_was_set_back_since_the_last_line_is_waited_for_a_day) {
    World world;
    const Instant last = world.now();
    EXPECT_EQ(journal_time(world.store, last + 1s), last + 1s);
    EXPECT_EQ(journal_time(world.store, last - 24h), last);
    EXPECT_EQ(journal_time(world.store, last - 25h), last - 25h) << "else nothing would fall due";
}

TEST(Time, a_clock_set_back_never_moves_the_journal_backwards) {
    WriterDesk desk;
    desk.submit("m1");
    desk.time.set(build::monday_morning() - 1h);
    EXPECT_EQ(desk.submit("m2").outcome, Outcome::stored);
    desk.time.set(build::monday_morning() + 1min);
    desk.submit("m3");
    desk.writer->stop();
    Instant last{};
    for (const Event& event : desk.store().events) {
        EXPECT_GE(event.at, last) << line_of(event);
        last = event.at;
    }
    EXPECT_EQ(last, build::monday_morning() + 1min);
}

TEST(Time, a_clock_that_was_once_far_ahead_is_not_waited_for) {
    WriterDesk desk;
    desk.time.set(build::monday_morning() + 24h * 365);
    desk.submit("ahead");
    desk.time.set(build::monday_morning());
    EXPECT_EQ(desk.submit("m1").request->text(), "NLWD-2026-000001");
    EXPECT_THAT(desk.failures(), ElementsAre(HasSubstr("the clock was set back from 2027-11-23")));
    desk.time.set(at("2026-11-24 09:12"));
    desk.submit("m2");
    EXPECT_THAT(desk.told(), Contains("#1 clock.missed take_up")) << "it falls due in its time";
    desk.writer->stop();
}

TEST(Time, what_is_due_comes_before_the_commands_of_its_instant) {
    WriterDesk desk;
    desk.submit("m1");
    desk.time.set(at("2026-11-24 09:12"));
    desk.submit("m2");
    desk.writer->stop();
    const Lines told = desk.told();
    const auto missed = std::ranges::find(told, "#1 clock.missed take_up");
    const auto registered = std::ranges::find(told, "#2 request.registered");
    ASSERT_NE(missed, told.end());
    EXPECT_LT(missed, registered);
}

TEST(Time, it_wakes_by_itself_when_a_clock_is_due) {
    WriterDesk desk;
    desk.submit("m1");
    const Instant warned = at("2026-11-23 13:12");
    desk.time.set(warned - 50ms);
    desk.submit("m2");  // from here it sleeps 50 milliseconds
    desk.time.set(warned);
    const auto give_up = std::chrono::steady_clock::now() + 10s;
    const auto is_warned = [&] {
        return ::testing::Value(desk.told(), Contains("#1 clock.warned take_up"));
    };
    while (!is_warned() && std::chrono::steady_clock::now() < give_up)
        std::this_thread::sleep_for(5ms);
    EXPECT_TRUE(is_warned());
}

}  // namespace
}  // namespace werktdoord
