#include "net/outbox_round.hpp"

#include <algorithm>

#include "engine/partner_work.hpp"
#include "engine/written.hpp"

namespace werktdoord {
namespace {

// So many alerts to one person at the most make one mail.
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
        handle_alone(sending, stopping);
        if (paused_until_) return paused_until_;
    }
    return ports_.store.next_mail();
}

// A mail that cannot be made (a defect, a row that cannot be read) holds up no other: it is parked.
// A store that fails is everyone's trouble.
void OutboxRound::handle_alone(const Sending& planned, const std::atomic<bool>& stopping) {
    std::string why;
    try {
        return handle(planned, stopping);
    } catch (const StoreFault& fault) {
        if (fault.retry || fault.damaged) throw;
        why = fault.what();
    } catch (const std::logic_error& defect) {
        why = defect.what();
    }
    if (planned.size() == 1) return record({failed(planned.front(), "unreadable: " + why)});
    for (const OutboxMail& mail : planned) handle_alone({mail}, stopping);
}

void OutboxRound::handle(const Sending& planned, const std::atomic<bool>& stopping) {
    const Sending sending = still_due(planned);
    if (sending.empty()) return;
    std::vector<MailResult> results = send(sending, stopping);
    // A send that was interrupted says nothing of the server: the mail simply waits.
    const bool interrupted = stopping && results.front().kind == MailResult::Kind::retry;
    if (!interrupted) record(std::move(results));
}

// Since the batch was read a person may have dropped a mail, or news joined it.
Sending OutboxRound::still_due(const Sending& planned) {
    Sending sending;
    const RulesPtr rules = ports_.rules();
    for (const OutboxMail& read : planned) {
        std::optional<OutboxMail> mail = ports_.store.mail(read.id);
        const Instant now = ports_.time.now();
        if (!mail || mail->state != "waiting" || mail->next_attempt > now) continue;
        if (mail->unreadable) {
            record({failed(*mail, "unreadable")});
            continue;
        }
        Leaving leaving = as_it_leaves(ports_.store, *mail, *rules, now);
        if (leaving.moot) {
            record({dropped(*mail, *leaving.moot)});
            continue;
        }
        if (const auto until = held(*mail, *rules, now)) {
            record({waiting_until(*mail, *until)});
            continue;
        }
        add_suggestions(leaving.mail, ports_.store, *rules, now);
        sending.push_back(std::move(leaving.mail));
    }
    return sending;
}

std::vector<MailResult> OutboxRound::send(const Sending& sending,
                                          const std::atomic<bool>& stopping) {
    const OutboxMail& first = sending.front();
    if (!ports_.templates->has(first.template_name)) return {failed(first, "no_template")};
    const MailMessage message = compose(sending, *ports_.templates, ports_.settings);
    const SendOutcome outcome = ports_.transport.send(
        ports_.settings.from.address, first.to.address, to_mime(message), mail_name(sending));
    const Instant now = ports_.time.now();
    if (outcome.kind == SendOutcome::Kind::unreachable) {
        if (stopping)
            return {MailResult{first.id, MailResult::Kind::retry, outcome.reason, now, false}};
        paused_until_ = next_try(ports_.retry.first, ports_.retry.most, ++away_, now);
        stumbled_ = first.id;
        ports_.watch.paused(outcome.reason, *paused_until_);
    } else {
        if (away_ > 0) ports_.watch.resumed();
        away_ = 0;
    }
    return results_of(sending, outcome, ports_.retry, now, paused_until_.value_or(now));
}

void OutboxRound::record(std::vector<MailResult> results) {
    unrecorded_ = std::move(results);
    ports_.desk.record(unrecorded_);
    unrecorded_.clear();
}

}  // namespace werktdoord
