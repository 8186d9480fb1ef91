// The engine: the one path of a command, the same for `serve` and `simulate`. Load the cases,
// decide, record, save. Knows no threads and no clock.
#pragma once

#include <optional>
#include <vector>

#include "engine/case_loader.hpp"
#include "engine/forget_work.hpp"
#include "engine/gateway.hpp"
#include "engine/isolation.hpp"
#include "engine/link_work.hpp"
#include "engine/mail_desk.hpp"
#include "engine/recorder.hpp"
#include "engine/team_count.hpp"
#include "engine/work.hpp"
#include "store/store.hpp"

namespace werktdoord {

class Engine {
public:
    // `store` must outlive the engine. One thread at a time; every member function but those that
    // say otherwise REQUIRES an open transaction of the store.
    Engine(Store& store, RulesPtr rules)
        : store_(store), rules_(std::move(rules)), recorder_(store), isolation_(store, recorder_) {}

    Reply submit(const Submit& command, Instant now);
    Reply reject(const RejectSubmission& command, Instant now);
    Reply record(const RecordEvent& command, const std::optional<IdempotencyKey>& key, Instant now);
    Reply renew(const RenewLink& command, Instant now) {
        return renew_link(store_, recorder_, *rules_, command, now);
    }
    // The answer of `stored` is the mail or the submission as it now is.
    Reply decide(const DeskDecision& decision, Instant now);
    Reply forget(const Forget& command, Instant now) {
        return werktdoord::forget(store_, recorder_, *rules_, command, now);
    }
    void record(const MailResult& result, Instant now);
    void record(EventName daemon_event, Instant now);

    // Works off the backlog and what is due at `now`: clocks, absences that begin, one digest; at
    // most `limit` cases of each. True when there may be more.
    // A request that cannot be worked off holds up no other; take_troubles() tells of it.
    bool work_due(Instant now, int limit);

    // Runs `work` so that its failure undoes nothing else; see Isolation::run.
    bool alone(std::string_view what, const std::function<void()>& work) {
        return isolation_.run(what, work);
    }

    // What alone() and work_due() could not do since the last call. Needs no transaction.
    std::vector<std::string> take_troubles() { return isolation_.take_troubles(); }

    // When the day is another than at the last look, and after a start: undoes what a clock left
    // behind that was far ahead (clock_leap.hpp), and gives what does not add up
    // (conservation.hpp), for the log. Else nothing. REQUIRES: a transaction.
    std::vector<std::string> check_daily(Instant now);

    // When work_due() next has something to do. Needs no transaction.
    std::optional<Instant> next_due();

    // Takes rules into force: journals `rules.loaded`, and puts on the backlog what other rules
    // change for open requests.
    // When it throws the rules in force stay.
    void take_rules(RulesPtr rules, Instant now);

    // When a transaction was undone: the rules before it, without a word.
    void fall_back_to(RulesPtr rules);

    const RuleSet& rules() const { return *rules_; }
    RulesPtr rules_in_force() const { return rules_; }

    Recorder& recorder() { return recorder_; }

private:
    Work work_at(Instant now) { return {store_, recorder_, isolation_, *rules_, now}; }
    void send_news(const OutboxMail& mail, Instant now);
    Reply resend(const DeskDecision& decision, Instant now);
    Reply drop(const DeskDecision& decision, Instant now);
    Reply set_aside(const DeskDecision& decision, Instant now);
    std::optional<Reply> answered_before(const RecordEvent& command, const IdempotencyKey& key);
    std::optional<LoadedCases> load(const RecordEvent& command, Instant now);

    Store& store_;
    RulesPtr rules_;
    Recorder recorder_;
    Isolation isolation_;
    std::optional<TeamCount> team_count_;
    std::optional<LocalDay> checked_on_;
};

}  // namespace werktdoord
