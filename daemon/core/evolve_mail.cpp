#include "core/evolve_mail.hpp"

namespace werktdoord {

namespace {

Instant leaves_at(const Event& event) {
    return event.letter ? event.letter->not_before.value_or(event.at) : event.at;
}

}  // namespace

void evolve_mail(Case& c, const Event& event) {
    if (event.letter && event.mail_kind == MailKind::status &&
        event.letter->to.role == Role::employer)
        c.status_leaves_at = leaves_at(event);
    if (event.mail_kind != MailKind::referral || event.recipients.empty()) return;
    if (Referral* referral = c.find_referral(event.referral))
        referral->mailed.push_back({event.recipients.front().address, leaves_at(event)});
}

}  // namespace werktdoord
