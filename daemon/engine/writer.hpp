// The writer: the one thread that writes. It takes what is queued, runs each command so that its
// failure undoes no other, commits once, then answers them all; between commands it works off what
// is due.
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>

#include "base/limits.hpp"
#include "base/sparingly.hpp"
#include "core/names.hpp"
#include "engine/clock_port.hpp"
#include "engine/engine.hpp"

namespace werktdoord {

// What goes wrong in the writer: the disk; the work on a request or a command, which is a defect;
// what was received is not what became of it (docs/report.md); or the system's clock.
enum class Trouble { store, work, balance, time };

// As the log calls it.
template <>
struct Names<Trouble> {
    static constexpr std::array<std::pair<Trouble, std::string_view>, 4> table{
        {{Trouble::store, "store.failed"},
         {Trouble::work, "work.failed"},
         {Trouble::balance, "balance.wrong"},
         {Trouble::time, "time.set_back"}}};
};

// What the writer tells the rest of the daemon, on its own thread, which waits for it: a second at
// most, and seldom.
struct WriterListener {
    // After a commit: what happened, in the order of the journal.
    std::function<void(std::vector<Told>)> committed;
    // Something failed; the same again now and then. English, for the log; no personal data.
    std::function<void(Trouble, const std::string&)> failed;
    // Storing works again after it failed; how many commands were told to come again meanwhile.
    std::function<void(std::size_t)> recovered = [](std::size_t) {};
    // The store must be closed and opened anew (StoreLost). Told once; what comes is unavailable.
    std::function<void()> lost = [] {};
};

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
    bool enqueue(Job job, std::size_t most = limits::queue_max);
    void enqueue_or_answer(Job job);
    Reply carry_out(const Job& job, Instant now);
    void run_batch(std::deque<Job>& jobs);
    bool anyone_waits() const;
    void tell();
    using Carry = Reply (Writer::*)(const Job& job, Instant now);
    std::vector<Reply> commit(const std::deque<Job>& jobs);
    std::vector<Reply> commit(const std::deque<Job>& jobs, Carry carry);
    void forget_batch(const RulesPtr& rules);
    Reply in_savepoint(const Job& job, Instant now);
    void work_due(Instant now);
    void prune(Instant now);
    Instant next_now();
    std::chrono::milliseconds pause();
    std::chrono::milliseconds until_due_again(Instant now);
    void set_failing(std::string why);
    void tell_trouble(Trouble trouble, const std::string& why);
    void note_fault(const std::exception& fault, std::size_t jobs);
    void note_success();

    std::unique_ptr<Store> store_;
    Engine engine_;
    const TimeSource& time_;
    WriterListener listener_;
    Instant last_now_{};
    Instant last_prune_{};
    Instant due_at_ = Instant::min();  // when next something is due, as of the last look
    bool more_due_ = false;
    std::optional<Instant> due_again_at_;  // something failed to be worked off
    Sparingly troubles_{limits::failing_told_every};
    bool storing_failed_ = false;  // and the listener has not heard that it works again
    std::size_t refused_ = 0;      // commands since storing began to fail
    bool lost_ = false;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> queue_;
    bool stopping_ = false;
    std::string failing_;  // why nothing can be stored now; empty: all is well
    RulesPtr rules_;
    std::thread thread_;
};

}  // namespace werktdoord
