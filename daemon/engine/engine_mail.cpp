// The engine: what became of a mail, and what a person decides about one.

#include "core/evolve.hpp"
#include "core/recipients.hpp"
#include "engine/desk_json.hpp"
#include "engine/engine.hpp"
#include "engine/leaving_mail.hpp"
#include "engine/moot.hpp"
#include "engine/parked_alert.hpp"
#include "engine/refusals.hpp"

namespace werktdoord {

namespace {

Event event_of(EventName name, const OutboxMail& mail, Instant now) {
    Event event;
    event.at = now;
    event.name = name;
    event.request = mail.request;
    event.region = mail.region;
    event.mail = mail.id;
    event.mail_kind = mail.kind;
    event.recipients = {mail.to};
    return event;
}

Reply no_mail(std::int64_t id) {
    return not_found("mail " + std::to_string(id));
}

// The address may have been mended since: in the request for the employer, in the rules for others.
Recipient addressed_now(const OutboxMail& mail, const std::optional<Case>& request,
                        const RuleSet& rules) {
    if (mail.to.role == Role::employer) return request ? employer_of(*request) : mail.to;
    return known_now(mail.to, mail.region.value_or(RegionKey()), rules).value_or(mail.to);
}

}  // namespace

void Engine::record(const MailResult& result, Instant now) {
    using Became = MailResult::Kind;
    const std::optional<OutboxMail> mail = store_.mail(result.id);
    if (!mail) return;
    // Dropped by a person while it was on its way: it was sent all the same.
    const bool gone = mail->state == MailState::dropped && result.kind == Became::sent;
    if (mail->state != MailState::waiting && !gone) return;
    if (result.kind == Became::retry) {
        store_.set_mail_retry(result.id, result.next_attempt, result.count_attempt, now,
                              result.reason);
        return;
    }
    Event event = event_of(EventName::mail_failed, *mail, now);
    event.reason = result.reason;
    switch (result.kind) {
        case Became::sent:
            event.name = EventName::mail_sent;
            event.together = result.together.value_or(0);
            store_.set_mail_sent(mail->id, now);
            break;
        case Became::dropped:
            event.name = EventName::mail_dropped;
            store_.set_mail_dropped(mail->id);
            break;
        default:
            store_.set_mail_parked(mail->id, result.reason);
            break;
    }
    recorder_.record(event);
    if (event.name == EventName::mail_failed) alert_parked(store_, recorder_, *rules_, *mail, now);
    if (event.name == EventName::mail_sent && mail->joined > result.joined && !gone)
        send_news(*mail, now);
}

// News joined the mail when it was on its way already: it goes in a mail of its own.
void Engine::send_news(const OutboxMail& mail, Instant now) {
    const auto before = store_.load(mail.request.value());
    if (!before) return;
    Event queued;
    queued.at = now;
    queued.name = EventName::mail_queued;
    queued.request = mail.request;
    queued.mail_kind = mail.kind;
    queued.recipients = {mail.to};
    queued.letter = std::make_shared<const Mail>(Mail{mail.to, mail.facts, {}});
    Case after = *before;
    evolve(after, queued);
    recorder_.record(queued);
    store_.save(before, after);
}

Reply Engine::decide(const DeskDecision& decision, Instant now) {
    if (auto refusal = refused_to(decision.by, *rules_)) return *refusal;
    switch (decision.kind) {
        case DeskDecision::Kind::resend:
            return resend(decision, now);
        case DeskDecision::Kind::drop:
            return drop(decision, now);
        case DeskDecision::Kind::set_aside:
            return set_aside(decision, now);
    }
    return unfit("unknown decision");
}

Reply Engine::resend(const DeskDecision& decision, Instant now) {
    const std::optional<OutboxMail> mail = store_.mail(decision.id);
    if (!mail) return no_mail(decision.id);
    const std::string named = "mail " + std::to_string(mail->id);
    if (mail->state != MailState::parked)
        return unfit(named + " is " + std::string(name_of(mail->state)) +
                     "; only what is parked can be sent again");
    const std::optional<Case> request = mail->request ? store_.load(*mail->request) : std::nullopt;
    const auto moot =
        request ? moot_reason(*mail, *request, rules_->calendar.zone()) : std::nullopt;
    if (moot) return unfit(named + " is moot (" + *moot + "); it can only be dropped");

    Event event = event_of(EventName::mail_resent, *mail, now);
    event.by = decision.by;
    event.not_before = held(*mail, *rules_, now);
    store_.set_mail_again(mail->id, event.not_before.value_or(now),
                          addressed_now(*mail, request, *rules_));
    recorder_.record(event);
    return answered(mail_json(store_.mail(mail->id).value()));
}

Reply Engine::drop(const DeskDecision& decision, Instant now) {
    const std::optional<OutboxMail> mail = store_.mail(decision.id);
    if (!mail) return no_mail(decision.id);
    if (decision.reason.empty())
        return refused(RefusalKind::invalid, {{"/reason", "is required: why it is not sent"}});
    if (mail->state != MailState::parked && mail->state != MailState::waiting)
        return unfit("mail " + std::to_string(mail->id) + " is " +
                     std::string(name_of(mail->state)) +
                     "; only what waits or is parked can be dropped");
    Event event = event_of(EventName::mail_dropped, *mail, now);
    event.by = decision.by;
    event.reason = "by_hand";
    event.note = decision.reason;
    store_.set_mail_dropped(mail->id);
    recorder_.record(event);
    return answered(mail_json(store_.mail(mail->id).value()));
}

Reply Engine::set_aside(const DeskDecision& decision, Instant now) {
    const auto rejected = store_.rejected_submission(decision.id);
    const std::string named = "rejected submission " + std::to_string(decision.id);
    if (!rejected) return not_found(named);
    if (decision.reason.empty())
        return refused(RefusalKind::invalid, {{"/reason", "is required: why it is done with"}});
    if (rejected->state != RejectedState::open)
        return unfit(named + " is " + std::string(name_of(rejected->state)) +
                     "; only what is open can be set aside");
    Event event;
    event.at = now;
    event.name = EventName::request_set_aside;
    event.rejected = rejected->id;
    event.source = rejected->source;
    event.by = decision.by;
    event.note = decision.reason;
    store_.set_rejected_state(rejected->id, RejectedState::set_aside);
    recorder_.record(event);
    return answered(rejected_json(store_.rejected_submission(rejected->id).value()));
}

}  // namespace werktdoord
