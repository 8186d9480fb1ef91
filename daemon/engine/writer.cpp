#include "engine/writer.hpp"

#include <algorithm>
#include <future>
#include <limits>

#include "engine/journal_time.hpp"
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
    try {
        replies = commit(jobs);
        note_success();
        tell();
    } catch (const std::exception& fault) {
        // Nothing of the batch was kept: whoever sent it is told to send it again.
        forget_batch(rules);
        note_fault(fault, jobs.size());
        replies.assign(jobs.size(), unavailable(fault.what()));
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].done(std::move(replies[i]));
    store_->tidy(anyone_waits());
}

bool Writer::anyone_waits() const {
    const std::lock_guard lock(mutex_);
    return !queue_.empty();
}

// A disk that fails does so for every sender that comes again: told once, and now and then.
void Writer::note_fault(const std::exception& fault, std::size_t jobs) {
    set_failing(fault.what());
    refused_ += jobs;
    const Instant now = time_.now();
    if (told_fault_ != fault.what() || now - told_at_ >= limits::failing_told_every) {
        told_fault_ = fault.what();
        told_at_ = now;
        const bool disk = dynamic_cast<const StoreFault*>(&fault) != nullptr;
        listener_.failed(disk ? Trouble::store : Trouble::work, fault.what());
    }
    if (dynamic_cast<const StoreLost*>(&fault) == nullptr || lost_) return;
    lost_ = true;
    listener_.lost();
}

void Writer::note_success() {
    set_failing("");
    if (!told_fault_.empty()) listener_.recovered(std::exchange(refused_, 0));
    told_fault_.clear();
    const std::string trouble = store_->take_trouble();
    if (!trouble.empty()) note_trouble(trouble);
}

// The commit stands; what is wrong lasts, perhaps, and is told as sparingly.
void Writer::note_trouble(const std::string& trouble) {
    const Instant now = time_.now();
    if (now - trouble_at_ < limits::failing_told_every) return;
    trouble_at_ = now;
    listener_.failed(Trouble::store, trouble);
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

// The journal never runs backwards, even when the system clock is set back.
Instant Writer::next_now() {
    last_now_ = std::max(last_now_, time_.now());
    return last_now_;
}

std::chrono::milliseconds Writer::pause() {
    due_at_ = Instant::min();
    {
        const std::lock_guard lock(mutex_);
        if (!failing_.empty()) return limits::failing_pause;
    }
    if (more_due_) return std::chrono::milliseconds(0);
    if (due_failed_) return limits::failing_pause;
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

void Writer::set_failing(std::string why) {
    const std::lock_guard lock(mutex_);
    failing_ = std::move(why);
}

}  // namespace werktdoord
