// The writer: the one thread that writes. It takes what is queued, runs each command so that its
// failure undoes no other, commits once, then answers them all; between commands it works off what
// is due.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>

#include "engine/due_timer.hpp"
#include "engine/engine.hpp"
#include "engine/job_queue.hpp"
#include "engine/limits.hpp"
#include "engine/time_source.hpp"
#include "engine/writer_health.hpp"
#include "engine/writer_listener.hpp"

namespace werktdoord {

// Rules that lack a region or WSP with open work, at the start; `what` names them.
struct RulesRefused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Writer final : public Gateway, public MailDesk {
public:
    // `time` must outlive the writer. Takes the rules into force and journals `daemon.started`
    // before it returns; throws StoreFault when that cannot be stored, RulesRefused when they would
    // lose open work.
    Writer(std::unique_ptr<Store> store, RulesPtr rules, const TimeSource& time,
           WriterListener listener);
    ~Writer() override;

    void expect() override;
    void submit(Submit command, Done done) override;
    void reject(RejectSubmission command, Done done) override;
    void record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) override;
    void renew(RenewLink command, Done done) override;
    void decide(DeskDecision decision, Done done) override;
    void record(const std::vector<MailResult>& results) override;
    bool ready(std::string& why_not) const override;
    RulesPtr rules() const override;

    // Puts other rules into force between two commands, however many wait; returns when they are.
    // Throws StoreFault, with the reason, when they cannot: the rules before them stay.
    void reload(RulesPtr rules);

    // Finishes what is queued, journals `daemon.stopped` and ends the thread. Safe to call twice.
    void stop();

private:
    struct Reload {
        RulesPtr rules;
    };
    struct Keyed {
        RecordEvent command;
        std::optional<IdempotencyKey> key;
    };
    struct Job {
        std::variant<Submit, RejectSubmission, Keyed, RenewLink, DeskDecision,
                     std::vector<MailResult>, Reload>
            work;
        Done done;
    };

    void run();
    void run_batch(std::deque<Job>& jobs);
    void end();
    void push_or_answer(Job job);
    Reply push_and_wait(Job job, std::size_t most);

    using Carry = Reply (Writer::*)(const Job& job, Instant now);
    std::vector<Reply> commit(const std::deque<Job>& jobs);
    std::vector<Reply> commit(const std::deque<Job>& jobs, Carry carry);
    Reply carry_out(const Job& job, Instant now);
    Reply in_savepoint(const Job& job, Instant now);
    void forget_batch(const RulesPtr& rules);
    void work_due(Instant now);
    void prune(Instant now);

    void stored();
    void tell(const std::function<void()>& telling);
    void tell_trouble(Trouble trouble, const std::string& why);
    Instant next_now();
    std::chrono::milliseconds pause();

    std::unique_ptr<Store> store_;
    Engine engine_;
    const TimeSource& time_;
    WriterListener listener_;
    WriterHealth health_{listener_};
    DueTimer timer_;
    Instant last_now_{};
    Instant last_prune_{};

    JobQueue<Job> queue_;
    mutable std::mutex mutex_;
    RulesPtr rules_;
    std::thread thread_;
};

}  // namespace werktdoord
