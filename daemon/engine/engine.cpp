#include "engine/engine.hpp"

#include "codec/request_json.hpp"
#include "codec/request_view.hpp"
#include "core/lifecycle.hpp"
#include "engine/backlog_work.hpp"
#include "engine/case_loader.hpp"
#include "engine/clock_leap.hpp"
#include "engine/digest_work.hpp"
#include "engine/due_work.hpp"
#include "engine/monthly_work.hpp"
#include "engine/parked_alert.hpp"
#include "engine/refusals.hpp"
#include "engine/roster_work.hpp"
#include "engine/rules_work.hpp"

namespace werktdoord {

namespace {

int year_of(const RuleSet& rules, Instant now) {
    const std::chrono::year_month_day date(rules.calendar.zone().day_of(now));
    return static_cast<int>(date.year());
}

Reply with(Reply::Outcome outcome) {
    Reply reply;
    reply.outcome = outcome;
    return reply;
}

// The answer to a webhook id that was seen before; nothing when it is to be taken as new.
std::optional<Reply> answered_webhook(const std::optional<SeenWebhook>& seen,
                                      const std::string& body_hash) {
    if (!seen) return std::nullopt;
    if (!seen->request) return std::nullopt;  // it was rejected then; now it comes mended
    if (seen->body_hash != body_hash) return with(Reply::Outcome::id_reused);
    Reply reply = with(Reply::Outcome::repeated);
    reply.request = seen->request;
    reply.answer = seen->answer;
    return reply;
}

// Puts the patch of request.amended into the document; gives every problem there is.
Problems read_amendment(const Case& c, Event& draft) {
    const Parsed<std::string> document = amend_document(c.data.document, draft.data);
    if (!document) return document.error();
    Parsed<RequestData> data = read_stored_document(*document);
    if (!data) return data.error();
    draft.request_data = std::make_shared<const RequestData>(std::move(*data));
    return {};
}

}  // namespace

Reply Engine::submit(const Submit& command, Instant now) {
    const bool known_sender = !command.webhook_id.empty();
    if (known_sender) {
        const auto seen = store_.seen_webhook(command.source, command.webhook_id);
        if (auto reply = answered_webhook(seen, command.body_hash)) return *reply;
        if (const auto mended = store_.open_rejected(command.source, command.webhook_id))
            store_.set_rejected_state(*mended, RejectedState::mended);
    }
    const RequestNumber number = store_.next_number(year_of(*rules_, now));
    Case c;
    recorder_.record(
        decide_submit(c, command, number, store_.same_employer(command.data), *rules_, now));
    store_.save(std::nullopt, c);

    Reply reply;
    reply.request = number;
    reply.answer = request_json(c, *rules_);
    if (known_sender)
        store_.remember_webhook(command.source, command.webhook_id,
                                {command.body_hash, number, reply.answer, c.data.document}, now);
    return reply;
}

Reply Engine::reject(const RejectSubmission& command, Instant now) {
    const auto seen = store_.seen_webhook(command.source, command.webhook_id);
    if (auto reply = answered_webhook(seen, command.body_hash)) return *reply;
    if (store_.was_rejected(command.source, command.webhook_id, command.body))
        return with(Reply::Outcome::rejected);

    RejectedSubmission rejected;
    rejected.id = recorder_.record(decide_reject(command, now)).seq;
    rejected.at = now;
    rejected.source = command.source;
    rejected.webhook_id = command.webhook_id;
    rejected.body = command.body;
    rejected.problems = to_lines(command.problems);
    rejected.state = RejectedState::open;
    recorder_.record(tell_of_rejection({rejected.id, rejected.webhook_id, now, rejected.problems},
                                       *rules_, now));
    if (const auto earlier = store_.open_rejected(command.source, command.webhook_id))
        store_.set_rejected_state(*earlier, RejectedState::mended);
    store_.reject(rejected);
    store_.remember_webhook(command.source, command.webhook_id,
                            {command.body_hash, std::nullopt, ""}, now);
    return with(Reply::Outcome::rejected);
}

// The cases of a command, brought up to the rules in force.
std::optional<LoadedCases> Engine::load(const RecordEvent& command, Instant now) {
    std::optional<LoadedCases> loaded = load_cases(store_, command);
    const Backlog backlog = read_backlog(store_);
    if (!loaded || backlog.empty()) return loaded;
    const Work work = work_at(now);
    bring_up(work, backlog, command.request);
    for (const auto& [number, partner] : loaded->cases.partners) bring_up(work, backlog, number);
    return load_cases(store_, command);
}

// The answer to a key that was used before; nothing when it is new.
std::optional<Reply> Engine::answered_before(const RecordEvent& command,
                                             const IdempotencyKey& key) {
    const auto seen = store_.seen_idempotency_key(key.key);
    if (!seen) return std::nullopt;
    if (seen->body_hash == key.body_hash) {
        Reply reply = with(Reply::Outcome::repeated);
        reply.request = command.request;
        reply.repeated_status = seen->status;
        reply.answer = seen->answer;
        return reply;
    }
    // The hash covers the request too, which may be one that does not exist.
    if (!store_.load(command.request)) return not_found("request " + command.request.text());
    return with(Reply::Outcome::id_reused);
}

Reply Engine::record(const RecordEvent& command, const std::optional<IdempotencyKey>& key,
                     Instant now) {
    if (key)
        if (auto reply = answered_before(command, *key)) return *reply;
    std::optional<LoadedCases> loaded = load(command, now);
    if (!loaded) return not_found("request " + command.request.text());

    RecordEvent told = command;
    if (told.draft.name == EventName::request_amended && !told.draft.data.empty() &&
        fits(loaded->cases.subject, told.draft.name))
        for (Problem& problem : read_amendment(loaded->cases.subject, told.draft))
            told.problems.push_back(std::move(problem));
    Decision decision = decide_event(loaded->cases, told, *rules_, now);
    if (Refusal* refusal = std::get_if<Refusal>(&decision)) return refused(std::move(*refusal));
    recorder_.record(std::move(std::get<Events>(decision)));
    save_cases(store_, *loaded);

    Reply reply;
    reply.request = command.request;
    reply.answer = request_json(loaded->cases.subject, *rules_);
    if (key) store_.remember_idempotency_key(key->key, {key->body_hash, 201, reply.answer}, now);
    return reply;
}

void Engine::record(EventName daemon_event, Instant now) {
    Event event;
    event.at = now;
    event.name = daemon_event;
    event.version = WERKTDOOR_VERSION;
    recorder_.record(event);
}

std::vector<std::string> Engine::check_daily(Instant now) {
    const LocalDay today = rules_->calendar.zone().day_of(now);
    if (checked_on_ == today) return {};
    isolation_.run("what a clock that was far ahead left",
                   [&] { undo_leap(store_, *rules_, now); });
    std::vector<std::string> found;
    for (const Problem& problem : imbalances(store_.tallies()))
        found.push_back(problem.where + ": " + problem.text);
    checked_on_ = today;
    return found;
}

bool Engine::work_due(Instant now, int limit) {
    const Work work = work_at(now);
    work_backlog(work, limit);
    if (work_clocks(work, limit)) return true;
    isolation_.run("the roster", [&] { work_roster(store_, *rules_, now); });
    isolation_.run("the alert of parked mail",
                   [&] { work_parked_alert(store_, recorder_, *rules_, now); });
    const bool more = work_digests(work, team_count_);
    isolation_.run("the monthly report",
                   [&] { work_monthly_report(store_, recorder_, *rules_, now); });
    return more || !read_backlog(store_).empty();
}

std::optional<Instant> Engine::next_due() {
    std::optional<Instant> next;
    store_.snapshot([&] {
        // A backlog is due at once, whatever the hour.
        next = read_backlog(store_).empty() ? store_.next_due() : Instant();
        for (const auto& other :
             {next_roster_work(store_, *rules_), next_digest_work(store_, *rules_),
              next_parked_alert(store_), next_monthly_report(store_, *rules_)})
            next = earlier_of(next, other);
    });
    return next;
}

void Engine::take_rules(RulesPtr rules, Instant now) {
    put_rules_into_force(store_, recorder_, *rules, now);
    fall_back_to(std::move(rules));
}

void Engine::fall_back_to(RulesPtr rules) {
    team_count_.reset();
    rules_ = std::move(rules);
}

}  // namespace werktdoord
