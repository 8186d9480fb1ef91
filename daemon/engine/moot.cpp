#include "engine/moot.hpp"

#include <array>

#include "base/items.hpp"
#include "core/dutch.hpp"

namespace werktdoord {
namespace {

using Reason = std::optional<std::string>;

constexpr std::array of_a_referral{MailKind::referral, MailKind::wsp_request,
                                   MailKind::for_information};
// What a closed request still sends.
constexpr std::array of_the_end{MailKind::closing, MailKind::closing_partner, MailKind::update};

// The clock that the alert is about: of those of its name the last one that has the due instant
// that the mail tells; where the calendar moved it since, the last one at all. A clock may start in
// the past, so by their starts they cannot be told apart.
const Clock* clock_of(const OutboxMail& mail, const Case& request, const Zone& zone) {
    const std::string& told = mail.facts.value("due");
    const Clock* last = nullptr;
    const Clock* found = nullptr;
    for (const Clock& clock : request.clocks) {
        const bool same = clock.name == mail.clock && clock.referral == mail.referral &&
                          clock.wsp == mail.wsp && clock.start <= mail.queued_at;
        if (!same) continue;
        last = &clock;
        if (told == dutch_time(zone, clock.due)) found = &clock;
    }
    return found != nullptr ? found : last;
}

Reason moot_alert(const OutboxMail& mail, const Case& request, const Zone& zone) {
    const Clock* clock = clock_of(mail, request, zone);
    if (clock == nullptr) return std::nullopt;  // never silent about what is not known to be over
    if (clock->state == ClockState::met) return "clock_met";
    if (clock->state == ClockState::cancelled) return "clock_cancelled";
    if (clock->state == ClockState::missed && mail.step == AlertStep::warned) return "clock_missed";
    return std::nullopt;
}

// The WSP that the mail asks: the last forwarding to it that was known when the mail was queued.
Reason moot_ask(const OutboxMail& mail, const Referral& referral) {
    const WspAsk* found = nullptr;
    for (const WspAsk& ask : referral.asks)
        if (ask.wsp == mail.wsp && ask.forwarded_at <= mail.queued_at) found = &ask;
    if (found == nullptr) return std::nullopt;
    if (found->withdrawn_at) return "wsp_withdrawn";
    if (found->responded_at) return "wsp_responded";
    return std::nullopt;
}

Reason moot_referral(const OutboxMail& mail, const Case& request) {
    const Referral* referral = request.find_referral(mail.referral);
    if (referral == nullptr) return std::nullopt;
    if (!referral->open()) return "referral_ended";
    return mail.kind == MailKind::wsp_request ? moot_ask(mail, *referral) : std::nullopt;
}

}  // namespace

bool news_that_asks(const OutboxMail& mail) {
    if (mail.kind != MailKind::update || mail.to.role == Role::employer) return false;
    return !mail.facts.value("due").empty() || mail.facts.lists.contains("next_steps");
}

std::optional<std::string> moot_reason(const OutboxMail& mail, const Case& request,
                                       const Zone& zone) {
    if (mail.to.role == Role::employer) return std::nullopt;
    const std::optional<MailKind> kind = mail.kind;
    Reason reason;
    if (kind == MailKind::alert && mail.clock) reason = moot_alert(mail, request, zone);
    if (has(of_a_referral, kind)) reason = moot_referral(mail, request);
    if (kind == MailKind::new_request && mail.to.role == Role::owner &&
        mail.to.key != request.owner.text())
        reason = "reassigned";
    if (reason) return reason;

    const bool tells_of_it = has(of_the_end, kind) && !news_that_asks(mail);
    if (request.state == State::closed && !tells_of_it) return "request_closed";
    return std::nullopt;
}

}  // namespace werktdoord
