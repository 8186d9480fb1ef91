// The thread that writes: one commit for many commands, a savepoint for each, and what a failing
// disk does to the answers (contract section 4: 503 is never acknowledged).
#include "engine/writer.hpp"

#include <algorithm>
#include <thread>

#include "engine/limits.hpp"
#include "engine/writer_desk.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using Outcome = Reply::Outcome;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Writer, it_begins_with_daemon_started_and_its_rules) {
    WriterDesk desk;
    EXPECT_THAT(desk.told(), ElementsAre("daemon.started", "rules.loaded"));
    std::string why;
    EXPECT_TRUE(desk.writer->ready(why)) << why;
}

TEST(Writer, what_waits_together_is_committed_once_and_answered_one_by_one) {
    WriterDesk desk;
    const int before = desk.store().commits;
    const std::vector<Reply> replies = desk.submit_together({"m1", "m2", "m3", "m1"});
    desk.writer->stop();
    EXPECT_EQ(desk.store().commits - before, 4)
        << "of the busy one, of the four, of the last look at what is due, of the stop";
    Lines numbers;
    for (const Reply& reply : replies) numbers.push_back(reply.request->text());
    EXPECT_THAT(numbers, ElementsAre("NLWD-2026-000001", "NLWD-2026-000002", "NLWD-2026-000003",
                                     "NLWD-2026-000001"));
    EXPECT_EQ(replies[3].outcome, Outcome::repeated);
}

TEST(Writer, a_defect_in_one_command_undoes_that_command_only) {
    WriterDesk desk;
    const std::vector<Reply> replies = desk.submit_together({"m1", "defect", "m3"});
    EXPECT_EQ(replies[0].outcome, Outcome::stored);
    EXPECT_EQ(replies[1].outcome, Outcome::unavailable);
    EXPECT_EQ(replies[2].request->text(), "NLWD-2026-000002") << "numbers have no gaps";
    EXPECT_THAT(desk.failures(), ElementsAre("a command failed: a defect"));
    desk.writer->stop();
    EXPECT_THAT(desk.told(), Not(Contains(HasSubstr("#3"))));
    expect_sound(desk.store());
}

TEST(Writer, a_failing_disk_refuses_the_whole_batch_and_keeps_nothing_of_it) {
    WriterDesk desk;
    const std::vector<Reply> replies = desk.submit_together({"m1", "disk", "m3"});
    for (const Reply& reply : replies) {
        EXPECT_EQ(reply.outcome, Outcome::unavailable);
        EXPECT_EQ(reply.detail, "disk is full");
    }
    EXPECT_THAT(desk.told(), ElementsAre("daemon.started", "rules.loaded"));
    EXPECT_EQ(desk.submit("m1").request->text(), "NLWD-2026-000001") << "safe to send again";
    desk.writer->stop();
    expect_sound(desk.store());
}

TEST(Writer, while_the_disk_fails_it_is_not_ready_and_recovers_by_itself) {
    WriterDesk desk;
    desk.commit_fails = true;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::unavailable);
    std::string why;
    EXPECT_FALSE(desk.writer->ready(why));
    EXPECT_EQ(why, "disk is full");
    desk.commit_fails = false;
    const auto give_up = std::chrono::steady_clock::now() + 10s;
    while (!desk.writer->ready(why) && std::chrono::steady_clock::now() < give_up)
        std::this_thread::sleep_for(20ms);
    EXPECT_TRUE(desk.writer->ready(why)) << why;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::stored);
}

TEST(Writer, a_disk_with_no_room_for_a_request_is_not_ready_though_less_would_fit) {
    WriterDesk desk;
    desk.room = 1000;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::unavailable);
    std::this_thread::sleep_for(limits::failing_pause + 200ms);
    std::string why;
    EXPECT_FALSE(desk.writer->ready(why)) << "nothing was due, and nothing to write";
    EXPECT_EQ(desk.failures().size(), 1U);
    desk.writer->stop();
    EXPECT_THAT(desk.recovered, IsEmpty());
}

TEST(Writer, a_failing_disk_with_a_backlog_is_tried_now_and_then_not_without_pause) {
    WriterDesk desk;
    std::vector<std::string> ids;
    for (int i = 0; i < limits::due_cases_max; ++i) ids.push_back("m" + std::to_string(i));
    desk.submit_together(ids);
    desk.commit_fails = true;
    desk.time.set(at("2026-11-24 12:00"));  // all are missed: more than one batch
    EXPECT_EQ(desk.submit("wake").outcome, Outcome::unavailable);
    const int tried = desk.transactions;
    std::this_thread::sleep_for(500ms);
    EXPECT_LE(desk.transactions - tried, 2);
    desk.commit_fails = false;
}

TEST(Writer, what_cannot_be_worked_off_is_told_and_tried_now_and_then_whoever_submits) {
    WriterDesk desk;
    desk.submit("m1");
    desk.load_fails = true;
    desk.time.set(at("2026-11-24 12:00"));
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(desk.submit("n" + std::to_string(i)).outcome, Outcome::stored);
    const Lines failures = desk.failures();
    EXPECT_THAT(failures, Contains(HasSubstr("NLWD-2026-000001: bad row")));
    EXPECT_EQ(failures.size(), 2U) << "together, and alone";
    desk.load_fails = false;
    desk.time.set(at("2026-11-24 12:00") + limits::failing_pause);
    EXPECT_EQ(desk.submit("last").outcome, Outcome::stored);
    EXPECT_THAT(desk.told(), Contains("#1 clock.missed take_up"));
}

TEST(Writer, a_disk_that_fails_for_every_sender_is_told_once_and_its_end_too) {
    WriterDesk desk;
    desk.commit_fails = true;
    for (const char* const id : {"m1", "m2", "m3"})
        EXPECT_EQ(desk.submit(id).outcome, Outcome::unavailable);
    EXPECT_THAT(desk.failures(), ElementsAre("disk is full"));
    desk.commit_fails = false;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::stored);
    desk.writer->stop();
    EXPECT_THAT(desk.recovered, ElementsAre(3U));
    EXPECT_EQ(desk.lost, 0);
}

TEST(Writer, a_disk_that_gave_up_what_it_took_asks_once_for_the_store_to_be_opened_anew) {
    WriterDesk desk;
    desk.gave_up = true;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::unavailable);
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::unavailable);
    desk.writer->stop();
    EXPECT_EQ(desk.lost, 1);
}

TEST(Writer, an_answer_waits_for_the_figures_but_not_for_the_log) {
    WriterDesk desk;
    std::promise<std::pair<Lines, Lines>> seen;
    desk.writer->submit(a_submit(document_of({}), "m1", "aa"), [&](const Reply&) {
        seen.set_value({desk.told(), desk.logged()});
    });
    const auto [counted, logged] = seen.get_future().get();
    EXPECT_THAT(counted, Contains(HasSubstr("request.registered")));
    EXPECT_THAT(logged, Not(Contains(HasSubstr("request.registered"))));
    desk.writer->stop();
    EXPECT_EQ(desk.told(), desk.logged());
}

TEST(Writer, who_is_told_after_the_commit_cannot_undo_the_answer) {
    WriterDesk desk;
    desk.listener_fails = true;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::stored);
    EXPECT_THAT(desk.failures(), Contains(HasSubstr("the log is gone")));
    desk.listener_fails = false;
}

TEST(Writer, who_is_told_after_the_commit_cannot_undo_a_reload) {
    WriterDesk desk;
    desk.listener_fails = true;
    desk.writer->reload(rules_named('b'));
    desk.listener_fails = false;
    desk.submit("m1");
    desk.writer->stop();
    const auto& events = desk.store().events;
    const auto routed = std::ranges::find(events, EventName::request_routed, &Event::name);
    ASSERT_NE(routed, events.end());
    EXPECT_EQ(routed->rules_hash[0], 'b');
}

TEST(Writer, the_result_of_a_mail_is_committed_when_the_call_returns) {
    WriterDesk desk;
    desk.submit("m1");
    desk.writer->record({MailResult{8, MailResult::Kind::sent, "", {}, false}});
    EXPECT_THAT(desk.told(), Contains("#1 mail.sent new_request -> owner:anna"));
    desk.begin_fails = true;
    EXPECT_THROW(desk.writer->record({MailResult{7, MailResult::Kind::sent, "", {}, false}}),
                 StoreFault);
    desk.begin_fails = false;
}

TEST(Writer, stop_finishes_what_waits_and_ends_the_journal) {
    WriterDesk desk;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < limits::batch_max + 4; ++i) ids.push_back("m" + std::to_string(i));
    auto answers = desk.pile_up(ids);
    std::thread stopper([&] { desk.writer->stop(); });
    std::string why;
    while (desk.writer->ready(why)) std::this_thread::yield();
    desk.release();
    stopper.join();
    for (auto& answer : answers) EXPECT_EQ(answer.get().outcome, Outcome::stored);
    EXPECT_EQ(desk.told().back(), "daemon.stopped");
    expect_sound(desk.store());
}

TEST(Writer, after_the_stop_everything_is_unavailable_at_once) {
    WriterDesk desk;
    desk.writer->stop();
    desk.writer->stop();
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::unavailable);
    EXPECT_THROW(desk.writer->record({MailResult{7, MailResult::Kind::sent, "", {}, false}}),
                 StoreFault);
    EXPECT_THROW(desk.writer->reload(rules_named('b')), StoreFault);
    std::string why;
    EXPECT_FALSE(desk.writer->ready(why));
    EXPECT_EQ(why, "stopping");
}

}  // namespace
}  // namespace werktdoord
