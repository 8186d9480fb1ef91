#include "net/outbox_round.hpp"

#include <algorithm>

#include "engine/moot.hpp"

namespace werktdoord {
namespace {

constexpr int batch = 50;

}  // namespace

std::optional<Instant> OutboxRound::run(const std::atomic<bool>& stopping) {
    if (unrecorded_) record(*unrecorded_);
    const Instant now = ports_.time.now();
    if (paused_until_ && now < *paused_until_) return paused_until_;
    paused_until_.reset();

    std::vector<OutboxMail> due = ports_.store.mails_due(now, batch);
    // The mail at which the server was lost goes last, so that it cannot stop the others for ever.
    std::stable_partition(due.begin(), due.end(),
                          [this](const OutboxMail& mail) { return mail.id != stumbled_; });
    for (const OutboxMail& mail : due) {
        if (stopping) return std::nullopt;
        handle(mail.id, stopping);
        if (paused_until_) return paused_until_;
    }
    return ports_.store.next_mail();
}

void OutboxRound::handle(std::int64_t id, const std::atomic<bool>& stopping) {
    // Since the batch was read a person may have dropped it, or news joined it.
    const std::optional<OutboxMail> mail = ports_.store.mail(id);
    if (!mail || mail->state != "waiting" || mail->next_attempt > ports_.time.now()) return;
    const std::optional<MailResult> dropped = drop(*mail);
    const MailResult result = dropped ? *dropped : send(*mail, stopping);
    // A send that was interrupted says nothing of the server: the mail simply waits.
    const bool interrupted = stopping && result.kind == MailResult::Kind::retry;
    if (!interrupted) record(result);
}

std::optional<MailResult> OutboxRound::drop(const OutboxMail& mail) {
    if (!mail.request) return std::nullopt;
    const std::optional<Case> request = ports_.store.load(*mail.request);
    if (!request) return std::nullopt;
    const std::optional<std::string> reason = moot_reason(mail, *request, ports_.time.now());
    if (!reason) return std::nullopt;
    return MailResult{mail.id, MailResult::Kind::dropped, *reason, {}, false};
}

MailResult OutboxRound::send(const OutboxMail& mail, const std::atomic<bool>& stopping) {
    if (!ports_.templates->has(mail.template_name))
        return {mail.id, MailResult::Kind::failed, "no_template", {}, false};
    const MailMessage message = compose(mail, *ports_.templates, ports_.settings);
    const SendOutcome outcome = ports_.transport.send(ports_.settings.from.address, mail.to.address,
                                                      to_mime(message), mail_name(mail));
    const Instant now = ports_.time.now();
    if (outcome.kind == SendOutcome::Kind::unreachable) {
        if (stopping) return {mail.id, MailResult::Kind::retry, outcome.reason, now, false};
        paused_until_ = next_try(ports_.retry.first, ports_.retry.most, ++away_, now);
        stumbled_ = mail.id;
        ports_.watch.paused(outcome.reason, *paused_until_);
    } else {
        if (away_ > 0) ports_.watch.resumed();
        away_ = 0;
    }
    return result_of(mail, outcome, ports_.retry, now, paused_until_.value_or(now));
}

void OutboxRound::record(MailResult result) {
    unrecorded_ = std::move(result);
    ports_.desk.record(*unrecorded_);
    unrecorded_.reset();
}

}  // namespace werktdoord
