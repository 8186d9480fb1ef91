#include "net/outbox_round.hpp"

#include <algorithm>

#include "engine/leaving_mail.hpp"
#include "engine/partner_work.hpp"

namespace werktdoord {
namespace {

// Mails that are read at once; those to one person that go together are looked for among them.
constexpr int batch = 200;

}  // namespace

std::optional<Instant> OutboxRound::run(const std::atomic<bool>& stopping) {
    if (!unrecorded_.empty()) record(unrecorded_);
    const Instant now = ports_.time.now();
    if (paused_until_ && now < *paused_until_) return paused_until_;
    paused_until_.reset();

    std::vector<Sending> due = sendings_of(ports_.store.mails_due(now, batch));
    // The mail at which the server was lost goes last, so that it cannot stop the others for ever.
    std::stable_partition(due.begin(), due.end(), [this](const Sending& sending) {
        return sending.front().id != stumbled_;
    });
    for (const Sending& sending : due) {
        if (stopping) return std::nullopt;
        handle(sending, stopping);
        if (paused_until_) return paused_until_;
    }
    return ports_.store.next_mail();
}

// A mail that cannot be made (a defect, a row that cannot be read) holds up no other: it is parked.
// A store that fails is everyone's trouble.
void OutboxRound::handle(const Sending& planned, const std::atomic<bool>& stopping) {
    Prepared prepared;
    std::optional<std::string> why_not;
    try {
        prepared = prepare(planned);
    } catch (const StoreFault& fault) {
        if (fault.retry || fault.damaged) throw;
        why_not = fault.what();
    } catch (const std::exception& defect) {
        why_not = defect.what();
    }
    if (!why_not) return deliver(std::move(prepared), stopping);
    if (planned.size() == 1) return record({failed(planned.front(), "unreadable: " + *why_not)});
    for (const OutboxMail& mail : planned) handle({mail}, stopping);
}

OutboxRound::Prepared OutboxRound::prepare(const Sending& planned) {
    Prepared prepared;
    const RulesPtr rules = ports_.rules();
    for (const OutboxMail& read : planned) take_up(prepared, read, *rules);
    if (prepared.sending.empty()) return prepared;
    if (prepared.sending.front().kind) {
        prepared.mime = to_mime(compose(prepared.sending, *ports_.templates, ports_.settings));
        return prepared;
    }
    for (const OutboxMail& mail : std::exchange(prepared.sending, {}))
        prepared.settled.push_back(failed(mail, "no_template"));
    return prepared;
}

// Since the batch was read a person may have dropped a mail, or news joined it.
void OutboxRound::take_up(Prepared& prepared, const OutboxMail& read, const RuleSet& rules) {
    std::optional<OutboxMail> mail = ports_.store.mail(read.id);
    const Instant now = ports_.time.now();
    if (!mail || mail->state != MailState::waiting || mail->next_attempt > now) return;
    std::vector<MailResult>& settled = prepared.settled;
    if (mail->unreadable) return settled.push_back(failed(*mail, "unreadable"));
    Leaving leaving = as_it_leaves(ports_.store, *mail, rules, now);
    if (leaving.moot) return settled.push_back(dropped(*mail, *leaving.moot));
    if (const auto until = held(*mail, rules, now))
        return settled.push_back(waiting_until(*mail, *until));
    add_suggestions(leaving.mail, ports_.store, rules, now);
    prepared.sending.push_back(std::move(leaving.mail));
}

void OutboxRound::deliver(Prepared prepared, const std::atomic<bool>& stopping) {
    if (!prepared.settled.empty()) record(std::move(prepared.settled));
    if (prepared.sending.empty()) return;
    std::vector<MailResult> results = send(prepared, stopping);
    // A send that was interrupted says nothing of the server: the mail simply waits.
    const bool interrupted = stopping && results.front().kind == MailResult::Kind::retry;
    if (!interrupted) record(std::move(results));
}

std::vector<MailResult> OutboxRound::send(const Prepared& prepared,
                                          const std::atomic<bool>& stopping) {
    const Sending& sending = prepared.sending;
    const OutboxMail& first = sending.front();
    const SendOutcome outcome = ports_.transport.send(
        ports_.settings.from.address, first.to.address, prepared.mime, mail_name(sending));
    const Instant now = ports_.time.now();
    if (outcome.kind == SendOutcome::Kind::unreachable) {
        if (stopping)
            return {MailResult{first.id, MailResult::Kind::retry, outcome.reason, now, false}};
        paused_until_ = next_try(ports_.retry.first, ports_.retry.most, ++away_, now);
        stumbled_ = first.id;
        outages_.begin(now);
        ports_.watch.paused(outcome.reason, *paused_until_);
    } else {
        if (away_ > 0) ports_.watch.resumed();
        away_ = 0;
        outages_.end(now, ports_.retry.give_up);
    }
    return results_of(sending, outcome, ports_.retry, now, paused_until_.value_or(now), outages_);
}

void OutboxRound::record(std::vector<MailResult> results) {
    unrecorded_ = std::move(results);
    ports_.desk.record(unrecorded_);
    unrecorded_.clear();
}

}  // namespace werktdoord
