#include "engine/simulation.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "base/listed.hpp"
#include "codec/json_write.hpp"
#include "core/alert_plan.hpp"
#include "engine/leaving_mail.hpp"
#include "engine/outbox_retry.hpp"
#include "engine/partner_work.hpp"
#include "engine/roster_work.hpp"

namespace werktdoord {

namespace {

constexpr int everything = std::numeric_limits<int>::max();

std::string text_of(const Refusal& refusal) {
    std::string text = joined(refusal.problems, "; ", [](const Problem& problem) {
        return (problem.where.empty() ? "" : problem.where + ": ") + problem.text;
    });
    if (refusal.kind != RefusalKind::conflict) return text;
    text += "; fits:";
    for (EventName event : refusal.fits) text += " " + std::string(name_of(event));
    return text;
}

// Whether all that a clock still has to tell are `overdue` reminders.
bool only_overdue(const Clock& clock, const RuleSet& rules) {
    if (clock.state != ClockState::missed) return false;
    return alert_after(ladder_of(rules, clock.name), rules.calendar, clock.due, clock.alerts)
               .rule == nullptr;
}

}  // namespace

Simulation::Simulation(Store& store, RulesPtr rules, std::function<void(const std::string&)> print,
                       MailSink mail)
    : store_(store),
      engine_(store, std::move(rules)),
      print_(std::move(print)),
      mail_(std::move(mail)) {}

void Simulation::run(const std::vector<Stimulus>& stimuli, std::optional<Instant> until) {
    if (stimuli.empty() && !until) return;
    const Instant last = until.value_or(Instant::max());
    start(stimuli.empty() ? last : std::min(stimuli.front().at, last));
    for (const Stimulus& stimulus : stimuli) {
        if (until && stimulus.at > *until) break;
        if (stimulus.at < now_) {
            refuse(stimulus.at, "", "lies before the stimulus ahead of it");
            continue;
        }
        advance_to(stimulus.at);
        feed(stimulus);
        work_at(stimulus.at);
    }
    if (until)
        advance_to(*until);
    else
        run_out();
}

void Simulation::start(Instant now) {
    now_ = now;
    store_.transaction([&] { engine_.take_rules(engine_.rules_in_force(), now); });
    publish();
}

void Simulation::feed(const Stimulus& stimulus) {
    now_ = stimulus.at;
    if (const auto* submitted = std::get_if<Stimulus::Submitted>(&stimulus.what))
        submit(stimulus, *submitted);
    else if (const auto* recorded = std::get_if<Stimulus::Recorded>(&stimulus.what))
        record(stimulus, *recorded);
    else
        refuse_invalid(stimulus.at, std::get<Stimulus::Invalid>(stimulus.what));
}

void Simulation::submit(const Stimulus& stimulus, const Stimulus::Submitted& submitted) {
    if (!submitted.as.empty() && names_.contains(submitted.as))
        return refuse(stimulus.at, submitted.as, "this name was given before");
    Submit command;
    command.data = submitted.data;
    command.source = "simulation";
    Reply reply;
    store_.transaction([&] { reply = engine_.submit(command, stimulus.at); });
    if (!submitted.as.empty()) names_.emplace(submitted.as, *reply.request);
    publish();
}

void Simulation::record(const Stimulus& stimulus, const Stimulus::Recorded& recorded) {
    RecordEvent command;
    command.request = number_of(recorded.request);
    command.draft = recorded.draft;
    if (command.draft.with) command.draft.with = number_of(command.draft.with->text());
    if (command.draft.of) command.draft.of = number_of(command.draft.of->text());
    Reply reply;
    store_.transaction([&] { reply = engine_.record(command, std::nullopt, stimulus.at); });
    publish();
    if (reply.refusal) refuse(stimulus.at, command.request.text(), text_of(*reply.refusal));
}

RequestNumber Simulation::number_of(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? RequestNumber(name) : found->second;
}

void Simulation::advance_to(Instant until) {
    while (const auto at = next()) {
        if (*at > until) break;
        work_at(std::max(*at, now_));
    }
    now_ = std::max(now_, until);
}

void Simulation::run_out() {
    while (const auto at = next()) {
        if (only_reminders_left()) return;
        work_at(std::max(*at, now_));
    }
}

void Simulation::work_at(Instant now) {
    now_ = now;
    bool more = true;
    while (more) {
        store_.transaction([&] { more = engine_.work_due(now, everything); });
        const std::vector<std::string> troubles = engine_.take_troubles();
        if (!troubles.empty()) throw std::logic_error(troubles.front());
        publish();
    }
    settle_mail(now);
    const auto left = next();
    if (left && *left <= now) throw std::logic_error("time does not move on at " + to_rfc3339(now));
}

// A simulated mail always arrives.
void Simulation::settle_mail(Instant now) {
    for (;;) {
        const std::vector<OutboxMail> mails = store_.mails_due(now, 1000);
        if (mails.empty()) return;
        store_.transaction([&] {
            for (const Sending& sending : sendings_of(mails)) settle(sending, now);
        });
        publish();
    }
}

void Simulation::settle(const Sending& planned, Instant now) {
    Sending sending;
    for (const OutboxMail& mail : planned) {
        Leaving leaving = as_it_leaves(store_, mail, engine_.rules(), now);
        if (leaving.moot) {
            engine_.record(dropped(mail, *leaving.moot), now);
            continue;
        }
        if (mail_) add_suggestions(leaving.mail, store_, engine_.rules(), now);
        sending.push_back(std::move(leaving.mail));
    }
    if (sending.empty()) return;
    if (mail_) mail_(sending);
    for (const MailResult& result : results_of(sending, {}, {}, now, now))
        engine_.record(result, now);
}

std::optional<Instant> Simulation::next() {
    return earlier_of(engine_.next_due(), store_.next_mail());
}

bool Simulation::only_reminders_left() {
    if (store_.next_mail()) return false;
    if (busy_until_ && now_ < *busy_until_) return false;
    busy_until_.reset();
    const auto busy = [&](Instant at) {
        busy_until_ = busy_until_ ? std::max(*busy_until_, at) : at;
    };
    const std::vector<DeadlineRow> rows = store_.deadlines({}, Instant::max(), everything);
    for (const DeadlineRow& row : rows)
        if (!only_overdue(row.clock, engine_.rules())) busy(row.clock.next_at().value_or(now_));
    for (const Instant at : handovers_to_come(rows, engine_.rules(), now_)) busy(at);
    return !busy_until_;
}

void Simulation::refuse_invalid(Instant at, const Stimulus::Invalid& invalid) {
    const auto known = names_.find(invalid.request);
    refuse(at, known == names_.end() ? invalid.request : known->second.text(), invalid.reason);
}

void Simulation::refuse(Instant at, const std::string& request, const std::string& reason) {
    std::string line = "{\"at\":\"" + to_rfc3339(at) + "\",\"event\":\"stimulus.refused\"";
    if (!request.empty()) {
        line += ",\"request\":";
        write_json_string(line, request);
    }
    line += ",\"reason\":";
    write_json_string(line, reason);
    print_(line + "}");
}

void Simulation::publish() {
    for (const Told& told : engine_.recorder().take()) print_(told.line.line);
}

}  // namespace werktdoord
