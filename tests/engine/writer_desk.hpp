// A writer with a store and a clock that the test commands.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/world.hpp"
#include "engine/writer.hpp"

namespace werktdoord {

class FakeTime final : public TimeSource {
public:
    Instant now() const override { return Instant(Instant::duration(now_.load())); }
    void set(Instant now) { now_ = now.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> now_{build::monday_morning().time_since_epoch().count()};
};

inline RulesPtr rules_named(char letter) {
    RuleSet rules = build::a_ruleset();
    rules.hash = std::string(64, letter);
    return std::make_shared<const RuleSet>(std::move(rules));
}

// Faults are set from the test's thread.
class WriterDesk {
public:
    WriterDesk() {
        auto store = std::make_unique<StoreDouble>(open_store(":memory:", salts_));
        store_ = store.get();
        store_->before_append = [this](const Event& event) { fail_at(event); };
        store_->before_transaction = [this] {
            ++transactions;
            if (begin_fails) throw StoreFault("disk is full", true);
            if (gave_up) throw StoreLost("a sync failed");
        };
        store_->before_set = [this](const std::string& value) {
            if (room && value.size() > *room) throw StoreFault("disk is full", true);
        };
        store_->before_load = [this](const RequestNumber&) {
            if (load_fails) throw StoreFault("bad row", false);
        };
        store_->before_commit = [this] {
            if (commit_fails) throw StoreFault("disk is full", true);
        };
        WriterListener listener;
        listener.committed = [this](const std::vector<Told>& told) { committed(told); };
        listener.answered = [this](const std::vector<Told>& told) {
            const std::lock_guard lock(mutex_);
            for (const Told& one : told) logged_.push_back(line_of(one.event));
        };
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
    // Told once the answers were given.
    Lines logged() {
        const std::lock_guard lock(mutex_);
        return logged_;
    }
    Lines failures() {
        const std::lock_guard lock(mutex_);
        return failures_;
    }
    // The events of the store; only while nothing is written.
    StoreDouble& store() { return *store_; }

    FakeTime time;
    std::atomic<int> transactions{0};  // tried
    std::optional<std::size_t> room;   // less than a request needs
    std::atomic<bool> load_fails{false};
    std::atomic<bool> begin_fails{false};
    std::atomic<bool> commit_fails{false};
    std::atomic<bool> gave_up{false};
    std::vector<std::size_t> recovered;  // to be read once the writer has stopped
    int lost = 0;
    std::atomic<bool> listener_fails{false};
    std::optional<Writer> writer;

private:
    void fail_at(const Event& event) {
        if (event.name != EventName::request_registered) return;
        if (room) throw StoreFault("disk is full", true);
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
    Lines logged_;
    Lines failures_;
};

}  // namespace werktdoord
