#include "engine/writer.hpp"

#include <future>
#include <limits>
#include <utility>

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
    std::vector<Told> told = engine_.recorder().take();
    listener_.committed(told);
    listener_.answered(std::move(told));
    thread_ = std::thread([this] { run(); });
}

Writer::~Writer() {
    stop();
}

void Writer::expect() {
    queue_.expect();
}

void Writer::submit(Submit command, Done done) {
    push_or_answer({std::move(command), std::move(done)});
}

void Writer::reject(RejectSubmission command, Done done) {
    push_or_answer({std::move(command), std::move(done)});
}

void Writer::record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) {
    push_or_answer({Keyed{std::move(command), std::move(key)}, std::move(done)});
}

void Writer::renew(RenewLink command, Done done) {
    push_or_answer({std::move(command), std::move(done)});
}

void Writer::decide(DeskDecision decision, Done done) {
    push_or_answer({std::move(decision), std::move(done)});
}

void Writer::record(const std::vector<MailResult>& results) {
    const Reply reply = push_and_wait({results, {}}, limits::queue_max);
    if (reply.outcome == Reply::Outcome::unavailable) throw StoreFault(reply.detail, true);
}

void Writer::reload(RulesPtr rules) {
    const Reply reply =
        push_and_wait({Reload{std::move(rules)}, {}}, std::numeric_limits<std::size_t>::max());
    if (reply.outcome == Reply::Outcome::unavailable) throw StoreFault(reply.detail, true);
}

void Writer::push_or_answer(Job job) {
    if (!queue_.push(job, limits::queue_max))
        job.done(unavailable("stopping, or too much is waiting"));
}

Reply Writer::push_and_wait(Job job, std::size_t most) {
    auto answered = std::make_shared<std::promise<Reply>>();
    std::future<Reply> answer = answered->get_future();
    job.done = [answered](Reply reply) { answered->set_value(std::move(reply)); };
    if (!queue_.push(job, most)) return unavailable("stopping, or too much is waiting");
    return answer.get();
}

bool Writer::ready(std::string& why_not) const {
    why_not = queue_.stopped() ? "stopping" : health_.why_not();
    return why_not.empty();
}

RulesPtr Writer::rules() const {
    const std::lock_guard lock(mutex_);
    return rules_;
}

void Writer::stop() {
    queue_.stop();
    if (thread_.joinable()) thread_.join();
}

void Writer::run() {
    for (bool last = false; !last;) {
        std::optional<std::deque<Job>> jobs = queue_.take(pause(), limits::batch_max);
        if (!jobs) continue;
        last = queue_.stopped() && queue_.empty();
        run_batch(*jobs);
    }
    end();
}

void Writer::end() {
    try {
        store_->transaction([&] { engine_.record(EventName::daemon_stopped, next_now()); });
    } catch (const std::exception& fault) {
        listener_.failed(Trouble::store,
                         std::string("daemon.stopped is not on record: ") + fault.what());
        return;
    }
    std::vector<Told> told = engine_.recorder().take();
    tell([&] { listener_.committed(told); });
    tell([&] { listener_.answered(std::move(told)); });
}

void Writer::run_batch(std::deque<Job>& jobs) {
    const RulesPtr rules = engine_.rules_in_force();
    std::vector<Reply> replies;
    bool committed = false;
    try {
        // What is due may be nothing at all, and a repeat writes nothing: neither says it is well.
        if (health_.storing_failed()) probe(*store_, time_.now());
        replies = commit(jobs);
        committed = true;
    } catch (const std::exception& fault) {
        // Nothing of the batch was kept: whoever sent it is told to send it again.
        forget_batch(rules);
        health_.not_stored(fault, jobs.size(), time_.now());
        replies.assign(jobs.size(), unavailable(fault.what()));
    }
    if (committed) stored();
    std::vector<Told> told = engine_.recorder().take();
    if (!told.empty()) tell([&] { listener_.committed(told); });
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].done(std::move(replies[i]));
    if (!told.empty()) tell([&] { listener_.answered(std::move(told)); });
    store_->tidy(!queue_.empty());
}

void Writer::stored() {
    {
        const std::lock_guard lock(mutex_);
        rules_ = engine_.rules_in_force();
    }
    health_.stored();
    const std::string trouble = store_->take_trouble();
    if (!trouble.empty()) tell_trouble(Trouble::store, trouble);
}

// After the commit: whatever goes wrong in telling it, it is stored.
void Writer::tell(const std::function<void()>& telling) {
    try {
        telling();
    } catch (const std::exception& defect) {
        listener_.failed(Trouble::work,
                         std::string("what is stored could not be told: ") + defect.what());
    }
}

void Writer::tell_trouble(Trouble trouble, const std::string& why) {
    health_.tell(trouble, why, time_.now());
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
    if (!health_.why_not().empty()) {
        timer_.skip();
        return limits::failing_pause;
    }
    try {
        return timer_.pause(time_.now(), [&] { return engine_.next_due(); });
    } catch (const StoreFault& fault) {
        health_.set_failing(fault.what());
        return limits::failing_pause;
    }
}

}  // namespace werktdoord
