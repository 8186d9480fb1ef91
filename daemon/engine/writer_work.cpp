// What the writer does inside its transaction.

#include "engine/limits.hpp"
#include "engine/rules_work.hpp"
#include "engine/writer.hpp"

namespace werktdoord {

// For a savepoint SQLite copies every page that a command touches, so commands go without. A defect
// in one is rare: it undoes the batch, which is done again with a savepoint for each.
std::vector<Reply> Writer::commit(const std::deque<Job>& jobs) {
    const RulesPtr rules = engine_.rules_in_force();
    try {
        return commit(jobs, &Writer::carry_out);
    } catch (const StoreFault& fault) {
        if (fault.retry) throw;
    } catch (const std::exception&) {
        // It comes again, and is told then.
    }
    forget_batch(rules);
    return commit(jobs, &Writer::in_savepoint);
}

std::vector<Reply> Writer::commit(const std::deque<Job>& jobs, Carry carry) {
    std::vector<Reply> replies;
    replies.reserve(jobs.size());
    store_->transaction([&] {
        // Once the store is ours: another process may have written until then.
        const Instant now = next_now();
        // Of what is committed: numbers that are given out now are stored at the end.
        for (const std::string& imbalance : engine_.check_daily(now))
            tell_trouble(Trouble::balance, "what was received does not add up: " + imbalance);
        if (timer_.is_due(now)) work_due(now);
        for (const Job& job : jobs) replies.push_back((this->*carry)(job, now));
        prune(now);
    });
    return replies;
}

// What was decided in a transaction that was undone.
void Writer::forget_batch(const RulesPtr& rules) {
    engine_.fall_back_to(rules);
    engine_.recorder().take();
}

// A defect in one command undoes that command only; a failing disk undoes the batch.
Reply Writer::in_savepoint(const Job& job, Instant now) {
    Reply reply;
    if (engine_.alone("a command failed", [&] { reply = carry_out(job, now); })) return reply;
    for (const std::string& trouble : engine_.take_troubles()) tell_trouble(Trouble::work, trouble);
    return unavailable("internal error");
}

Reply Writer::carry_out(const Job& job, Instant now) {
    if (const auto* submitted = std::get_if<Submit>(&job.work))
        return engine_.submit(*submitted, now);
    if (const auto* rejected = std::get_if<RejectSubmission>(&job.work))
        return engine_.reject(*rejected, now);
    if (const auto* told = std::get_if<Keyed>(&job.work))
        return engine_.record(told->command, told->key, now);
    if (const auto* link = std::get_if<RenewLink>(&job.work)) return engine_.renew(*link, now);
    if (const auto* decision = std::get_if<DeskDecision>(&job.work))
        return engine_.decide(*decision, now);
    if (const auto* mails = std::get_if<std::vector<MailResult>>(&job.work)) {
        for (const MailResult& result : *mails) engine_.record(result, now);
        return {};
    }
    const RulesPtr rules = std::get<Reload>(job.work).rules;
    const std::string lost = lost_open_work(*store_, *rules);
    if (!lost.empty()) return unavailable(lost);
    engine_.take_rules(rules, now);
    return {};
}

void Writer::work_due(Instant now) {
    const bool more = engine_.work_due(now, limits::due_cases_max);
    const std::vector<std::string> troubles = engine_.take_troubles();
    timer_.looked(now, more, !troubles.empty());
    for (const std::string& trouble : troubles)
        tell_trouble(Trouble::work, "what is due could not be worked off: " + trouble);
}

void Writer::prune(Instant now) {
    if (now >= last_prune_ && now - last_prune_ < limits::prune_every) return;
    last_prune_ = now;
    store_->forget_webhooks(now - limits::remembered, limits::prune_max);
    store_->forget_idempotency_keys(now - limits::remembered, limits::prune_max);
}

}  // namespace werktdoord
