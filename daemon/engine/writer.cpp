#include "engine/writer.hpp"

#include <algorithm>
#include <future>
#include <limits>

#include "engine/journal_time.hpp"
#include "engine/probe.hpp"
#include "engine/rules_work.hpp"

namespace werktdoord {

Writer::Writer(std::unique_ptr<Store> store, RulesPtr rules, const TimeSource& time,
               WriterListener listener)
    : store_(std::move(store)),
      engine_(*store_, rules),
      time_(time),
      listener_(std::move(listener)),
      rules_(rules) {
    const std::string lost = lost_open_work(*store_, *rules);
    if (!lost.empty()) throw RulesRefused("the rules cannot come into force: " + lost);
    last_now_ = journal_time(*store_, time_.now());
    store_->transaction([&] {
        const Instant now = next_now();
        engine_.record(EventName::daemon_started, now);
        engine_.take_rules(rules, now);
    });
    listener_.committed(engine_.recorder().take());
    thread_ = std::thread([this] { run(); });
}

Writer::~Writer() {
    stop();
}

void Writer::submit(Submit command, Done done) {
    enqueue_or_answer({std::move(command), std::move(done)});
}

void Writer::reject(RejectSubmission command, Done done) {
    enqueue_or_answer({std::move(command), std::move(done)});
}

void Writer::record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) {
    enqueue_or_answer({Keyed{std::move(command), std::move(key)}, std::move(done)});
}

void Writer::renew(RenewLink command, Done done) {
    enqueue_or_answer({std::move(command), std::move(done)});
}

void Writer::decide(DeskDecision decision, Done done) {
    enqueue_or_answer({std::move(decision), std::move(done)});
}

void Writer::record(const std::vector<MailResult>& results) {
    auto answered = std::make_shared<std::promise<Reply>>();
    std::future<Reply> answer = answered->get_future();
    if (!enqueue({results, [answered](Reply reply) { answered->set_value(std::move(reply)); }}))
        throw StoreFault("too much is queued", true);
    const Reply reply = answer.get();
    if (reply.outcome == Reply::Outcome::unavailable) throw StoreFault(reply.detail, true);
}

void Writer::reload(RulesPtr rules) {
    auto answered = std::make_shared<std::promise<Reply>>();
    std::future<Reply> answer = answered->get_future();
    Job job{Reload{std::move(rules)},
            [answered](Reply reply) { answered->set_value(std::move(reply)); }};
    if (!enqueue(std::move(job), std::numeric_limits<std::size_t>::max()))
        throw StoreFault("stopping", true);
    const Reply reply = answer.get();
    if (reply.outcome == Reply::Outcome::unavailable) throw StoreFault(reply.detail, true);
}

bool Writer::ready(std::string& why_not) const {
    const std::lock_guard lock(mutex_);
    why_not = stopping_ ? "stopping" : failing_;
    return why_not.empty();
}

RulesPtr Writer::rules() const {
    const std::lock_guard lock(mutex_);
    return rules_;
}

void Writer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

bool Writer::enqueue(Job job, std::size_t most) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || queue_.size() >= most) return false;
        queue_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Writer::enqueue_or_answer(Job job) {
    const Done done = job.done;
    if (!enqueue(std::move(job))) done(unavailable("stopping, or too much is waiting"));
}

void Writer::run() {
    for (;;) {
        std::deque<Job> jobs;
        bool last = false;
        const std::chrono::milliseconds wait = pause();
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, wait, [&] { return stopping_ || !queue_.empty(); });
            while (!queue_.empty() && jobs.size() < limits::batch_max) {
                jobs.push_back(std::move(queue_.front()));
                queue_.pop_front();
            }
            last = stopping_ && queue_.empty();
        }
        run_batch(jobs);
        if (last) break;
    }
    try {
        store_->transaction([&] { engine_.record(EventName::daemon_stopped, next_now()); });
        tell();
    } catch (const std::exception& fault) {
        listener_.failed(Trouble::store,
                         std::string("daemon.stopped is not on record: ") + fault.what());
    }
}

void Writer::run_batch(std::deque<Job>& jobs) {
    const RulesPtr rules = engine_.rules_in_force();
    std::vector<Reply> replies;
    bool committed = false;
    try {
        // What is due may be nothing at all, and a repeat writes nothing: neither says it is well.
        if (storing_failed_) probe(*store_, time_.now());
        replies = commit(jobs);
        committed = true;
    } catch (const std::exception& fault) {
        // Nothing of the batch was kept: whoever sent it is told to send it again.
        forget_batch(rules);
        note_fault(fault, jobs.size());
        replies.assign(jobs.size(), unavailable(fault.what()));
    }
    if (committed) {
        note_success();
        tell();
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].done(std::move(replies[i]));
    store_->tidy(anyone_waits());
}

bool Writer::anyone_waits() const {
    const std::lock_guard lock(mutex_);
    return !queue_.empty();
}

// What fails does so for every sender that comes again, and at every look at what is due.
void Writer::tell_trouble(Trouble trouble, const std::string& why) {
    if (troubles_.tells(why, time_.now())) listener_.failed(trouble, why);
}

void Writer::note_fault(const std::exception& fault, std::size_t jobs) {
    set_failing(fault.what());
    refused_ += jobs;
    storing_failed_ = true;
    const bool disk = dynamic_cast<const StoreFault*>(&fault) != nullptr;
    tell_trouble(disk ? Trouble::store : Trouble::work, fault.what());
    if (dynamic_cast<const StoreLost*>(&fault) == nullptr || lost_) return;
    lost_ = true;
    listener_.lost();
}

void Writer::note_success() {
    set_failing("");
    if (std::exchange(storing_failed_, false)) {
        listener_.recovered(std::exchange(refused_, 0));
        troubles_.forget();
    }
    const std::string trouble = store_->take_trouble();
    if (!trouble.empty()) tell_trouble(Trouble::store, trouble);
}

// After the commit: whatever goes wrong in telling it, it is stored.
void Writer::tell() {
    {
        const std::lock_guard lock(mutex_);
        rules_ = engine_.rules_in_force();
    }
    try {
        listener_.committed(engine_.recorder().take());
    } catch (const std::exception& defect) {
        listener_.failed(Trouble::work,
                         std::string("what is stored could not be told: ") + defect.what());
    }
}

// The journal stands still while the system's clock was set back, see journal_time().
Instant Writer::next_now() {
    const Instant now = journal_time(last_now_, time_.now());
    if (now < last_now_)
        tell_trouble(Trouble::time, "the clock was set back from " + to_rfc3339(last_now_) +
                                        " to " + to_rfc3339(now) + ": what follows is dated so");
    last_now_ = now;
    return now;
}

std::chrono::milliseconds Writer::pause() {
    due_at_ = Instant::min();
    {
        const std::lock_guard lock(mutex_);
        if (!failing_.empty()) return limits::failing_pause;
    }
    if (more_due_) return std::chrono::milliseconds(0);
    if (due_again_at_) return until_due_again(time_.now());
    try {
        const std::optional<Instant> next = engine_.next_due();
        due_at_ = next.value_or(Instant::max());
        const std::chrono::milliseconds most = limits::sleep_max;
        if (!next) return most;
        // One millisecond at least: what failed to be worked off must not make a busy loop.
        return std::clamp(*next - time_.now(), std::chrono::milliseconds(1), most);
    } catch (const StoreFault& fault) {
        set_failing(fault.what());
        return limits::failing_pause;
    }
}

// However many commands come meanwhile.
std::chrono::milliseconds Writer::until_due_again(Instant now) {
    due_at_ = std::min(*due_again_at_, now + limits::failing_pause);
    return std::max<std::chrono::milliseconds>(due_at_ - now, std::chrono::milliseconds(1));
}

void Writer::set_failing(std::string why) {
    const std::lock_guard lock(mutex_);
    failing_ = std::move(why);
}

}  // namespace werktdoord
