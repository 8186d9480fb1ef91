// The thread that writes: one commit for many commands, a savepoint for each, and what a failing
// disk does to the answers (contract section 4: 503 is never acknowledged).
#include "engine/writer.hpp"

#include <algorithm>
#include <atomic>
#include <future>

#include "base/limits.hpp"
#include "engine/journal_time.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using Outcome = Reply::Outcome;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class FakeTime final : public TimeSource {
public:
    Instant now() const override { return Instant(Instant::duration(now_.load())); }
    void set(Instant now) { now_ = now.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> now_{build::monday_morning().time_since_epoch().count()};
};

RulesPtr rules_named(char letter) {
    RuleSet rules = build::a_ruleset();
    rules.hash = std::string(64, letter);
    return std::make_shared<const RuleSet>(std::move(rules));
}

// A writer with a store and a clock that the test commands. Faults are set from the test's thread.
class WriterDesk {
public:
    WriterDesk() {
        auto store = std::make_unique<StoreDouble>(open_store(":memory:", salts_));
        store_ = store.get();
        store_->before_append = fail_at;
        store_->before_transaction = [this] {
            if (begin_fails) throw StoreFault("disk is full", true);
            if (gave_up) throw StoreLost("a sync failed");
        };
        store_->before_commit = [this] {
            if (commit_fails) throw StoreFault("disk is full", true);
        };
        WriterListener listener;
        listener.committed = [this](const std::vector<Told>& told) { committed(told); };
        listener.failed = [this](Trouble, const std::string& why) {
            const std::lock_guard lock(mutex_);
            failures_.push_back(why);
        };
        listener.recovered = [this](std::size_t refused) { recovered.push_back(refused); };
        listener.lost = [this] { ++lost; };
        writer.emplace(std::move(store), rules_named('a'), time, std::move(listener));
    }

    ~WriterDesk() { writer->stop(); }
    WriterDesk(const WriterDesk&) = delete;
    WriterDesk& operator=(const WriterDesk&) = delete;

    std::future<Reply> send(const std::string& webhook_id) {
        auto promise = std::make_shared<std::promise<Reply>>();
        writer->submit(a_submit(document_of({}), webhook_id, "aa"),
                       [promise](Reply reply) { promise->set_value(std::move(reply)); });
        return promise->get_future();
    }
    Reply submit(const std::string& webhook_id) { return send(webhook_id).get(); }

    // Sends all while the thread is busy, so that they wait together.
    std::vector<Reply> submit_together(const std::vector<std::string>& ids) {
        std::vector<std::future<Reply>> answers = pile_up(ids);
        release_.set_value();
        std::vector<Reply> replies;
        for (auto& answer : answers) replies.push_back(answer.get());
        return replies;
    }
    std::vector<std::future<Reply>> pile_up(const std::vector<std::string>& ids) {
        const auto busy = std::make_shared<std::promise<void>>();
        const RecordEvent any =
            an_event(RequestNumber("none"), R"("event":"request.taken_up","by":"anna")");
        writer->record(any, {}, [busy, held = release_.get_future().share()](const Reply&) {
            busy->set_value();
            held.wait();
        });
        busy->get_future().wait();
        std::vector<std::future<Reply>> answers;
        for (const std::string& id : ids) answers.push_back(send(id));
        return answers;
    }
    void release() { release_.set_value(); }

    Lines told() {
        const std::lock_guard lock(mutex_);
        return told_;
    }
    Lines failures() {
        const std::lock_guard lock(mutex_);
        return failures_;
    }
    // The events of the store; only while nothing is written.
    StoreDouble& store() { return *store_; }

    FakeTime time;
    std::atomic<bool> begin_fails{false};
    std::atomic<bool> commit_fails{false};
    std::atomic<bool> gave_up{false};
    std::vector<std::size_t> recovered;  // to be read once the writer has stopped
    int lost = 0;
    std::atomic<bool> listener_fails{false};
    std::optional<Writer> writer;

private:
    static void fail_at(const Event& event) {
        if (event.name != EventName::request_registered) return;
        if (event.webhook_id == "defect") throw std::runtime_error("a defect");
        if (event.webhook_id == "disk") throw StoreFault("disk is full", true);
    }
    void committed(const std::vector<Told>& told) {
        const std::lock_guard lock(mutex_);
        for (const Told& one : told) told_.push_back(line_of(one.event));
        if (listener_fails) throw std::runtime_error("the log is gone");
    }

    SeqSalts salts_;
    StoreDouble* store_ = nullptr;
    std::promise<void> release_;
    std::mutex mutex_;
    Lines told_;
    Lines failures_;
};

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

TEST(Writer, a_failing_disk_with_a_backlog_is_tried_now_and_then_not_without_pause) {
    WriterDesk desk;
    std::vector<std::string> ids;
    for (int i = 0; i < limits::due_cases_max; ++i) ids.push_back("m" + std::to_string(i));
    desk.submit_together(ids);
    desk.commit_fails = true;
    desk.time.set(at("2026-11-24 12:00"));  // all are missed: more than one batch
    EXPECT_EQ(desk.submit("wake").outcome, Outcome::unavailable);
    std::this_thread::sleep_for(500ms);
    EXPECT_LE(desk.failures().size(), 2U);
    desk.commit_fails = false;
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

TEST(Writer, who_is_told_after_the_commit_cannot_undo_the_answer) {
    WriterDesk desk;
    desk.listener_fails = true;
    EXPECT_EQ(desk.submit("m1").outcome, Outcome::stored);
    EXPECT_THAT(desk.failures(), Contains(HasSubstr("the log is gone")));
    desk.listener_fails = false;
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

TEST(ReloadByTheWriter, every_command_is_decided_by_the_rules_loaded_last_before_it) {
    WriterDesk desk;
    std::vector<std::future<Reply>> answers;
    for (char letter = 'b'; letter <= 'f'; ++letter) {
        for (int i = 0; i < 5; ++i)
            answers.push_back(desk.send(std::string(1, letter) + std::to_string(i)));
        desk.writer->reload(rules_named(letter));
        EXPECT_EQ(desk.writer->rules()->hash[0], letter);
    }
    EXPECT_EQ(desk.submit("last").outcome, Outcome::stored);
    desk.writer->stop();
    std::string in_force;
    for (const Event& event : desk.store().events) {
        if (event.name == EventName::rules_loaded) in_force = event.rules_hash;
        if (event.name != EventName::request_routed) continue;
        EXPECT_EQ(event.rules_hash, in_force);
    }
    EXPECT_EQ(in_force[0], 'f');
}

TEST(ReloadByTheWriter, rules_that_lack_a_region_with_open_work_are_refused_by_its_name) {
    WriterDesk desk;
    desk.submit("m1");
    for (const char* event : {"request.taken_up", "request.referred"}) {
        const auto done = std::make_shared<std::promise<void>>();
        desk.writer->record(an_event(RequestNumber("NLWD-2026-000001"),
                                     R"("by":"anna","event":")" + std::string(event) + "\""),
                            {}, [done](const Reply&) { done->set_value(); });
        done->get_future().wait();
    }
    RuleSet rules = *rules_named('b');
    rules.regions.erase(RegionKey("midden-brabant"));
    try {
        desk.writer->reload(std::make_shared<const RuleSet>(rules));
        ADD_FAILURE() << "it came into force";
    } catch (const StoreFault& fault) {
        EXPECT_THAT(fault.what(), HasSubstr("midden-brabant"));
    }
    EXPECT_TRUE(desk.writer->rules()->regions.contains(RegionKey("midden-brabant")));
}

TEST(ReloadByTheWriter, rules_that_cannot_be_put_on_record_do_not_come_into_force) {
    WriterDesk desk;
    desk.commit_fails = true;
    EXPECT_THROW(desk.writer->reload(rules_named('b')), StoreFault);
    desk.commit_fails = false;
    EXPECT_EQ(desk.writer->rules()->hash[0], 'a');
    desk.submit("m1");
    desk.writer->stop();
    const auto& events = desk.store().events;
    const auto routed = std::ranges::find(events, EventName::request_routed, &Event::name);
    ASSERT_NE(routed, events.end());
    EXPECT_EQ(routed->rules_hash[0], 'a');
}

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
