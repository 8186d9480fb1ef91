#include "engine/link_work.hpp"

#include <memory>

#include "core/answer.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

using namespace std::chrono_literals;

// One row of the answers that are remembered for a while; the first byte keeps it apart from the
// keys that callers of the API choose, which have no control characters.
std::string hour_key(const RenewLink& link, std::chrono::sys_time<std::chrono::hours> hour) {
    return "\x1Flink/" + std::to_string(link.mail) + "/" + link.request.text() + "/" +
           link.region.text() + "/" + std::to_string(hour.time_since_epoch().count());
}

bool renewed_within_the_hour(Store& store, const RenewLink& link, Instant now) {
    const auto hour = std::chrono::floor<std::chrono::hours>(now);
    for (const auto each : {hour, hour - 1h}) {
        const auto seen = store.seen_idempotency_key(hour_key(link, each));
        if (!seen) continue;
        const auto at = parse_rfc3339(seen->answer);
        if (!at || now - *at < 1h) return true;
    }
    return false;
}

bool may_have_one(const std::optional<OutboxMail>& mail, const std::optional<Case>& c,
                  const RenewLink& command, const RuleSet& rules) {
    if (!mail || !c || c->forgotten || c->state == State::closed) return false;
    if (mail->request && *mail->request != command.request) return false;
    return can_answer(mail->to.role) && is_still(mail->to, command.region, rules);
}

}  // namespace

Reply renew_link(Store& store, Recorder& recorder, const RuleSet& rules, const RenewLink& command,
                 Instant now) {
    const auto mail = store.mail(command.mail);
    const auto c = store.load(command.request);
    if (!may_have_one(mail, c, command, rules)) return refused(RefusalKind::not_found, {});
    Reply reply;
    if (renewed_within_the_hour(store, command, now)) {
        reply.outcome = Reply::Outcome::repeated;
        return reply;
    }
    Event queued;
    queued.at = now;
    queued.name = EventName::mail_queued;
    queued.request = command.request;
    if (!command.region.empty()) queued.region = command.region;
    if (mail->to.role == Role::wsp) queued.wsp = WspKey(mail->to.key);
    if (const Referral* referral = c->last_referral(command.region))
        queued.referral = referral->ordinal;
    queued.mail_kind = MailKind::new_link;
    queued.recipients = {mail->to};
    // Who asked for it is waiting: it is not held until working hours.
    queued.letter = std::make_shared<const Mail>(Mail{mail->to, {}, {}});
    recorder.record(queued);
    store.remember_idempotency_key(hour_key(command, std::chrono::floor<std::chrono::hours>(now)),
                                   {"", 200, to_rfc3339(now)}, now);
    return reply;
}

}  // namespace werktdoord
