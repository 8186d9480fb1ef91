#include "cli/preview_letter.hpp"

#include <algorithm>
#include <array>

#include "codec/mail_sample.hpp"
#include "core/mail_facts.hpp"

namespace werktdoord {

namespace {

Problem lacks(const Case& request, const std::string& what) {
    return {"", request.number.text() + " has no " + what + " yet"};
}

Result<Letter> to_contact(const Case& request, const RuleSet& rules, Instant now) {
    if (request.referrals.empty()) return lacks(request, "referral");
    const Referral& referral = request.referrals.back();
    Letter letter;
    letter.to = contact_recipients(referral.region, rules, now).front();
    letter.referral = referral.ordinal;
    return letter;
}

Result<Letter> to_wsp(const Case& request, const RuleSet& rules) {
    if (request.referrals.empty()) return lacks(request, "referral");
    const Referral& referral = request.referrals.back();
    std::vector<WspKey> wsps = referral.proposed;
    if (!referral.asks.empty()) wsps = {referral.asks.back().wsp};
    for (const WspKey& wsp : wsps)
        if (const auto to = wsp_recipient(referral.region, wsp, rules)) {
            Letter letter;
            letter.to = *to;
            letter.referral = referral.ordinal;
            letter.wsp = wsp;
            return letter;
        }
    return lacks(request, "WSP");
}

Result<Letter> for_information(const Case& request, const RuleSet& rules) {
    if (request.referrals.empty()) return lacks(request, "referral");
    const Referral& referral = request.referrals.back();
    for (const Role role : informed_roles)
        if (const auto to = inform_recipient(role, referral.region, rules)) {
            Letter letter;
            letter.to = *to;
            letter.referral = referral.ordinal;
            return letter;
        }
    return Problem{"", "the region " + referral.region.text() + " has nobody to inform"};
}

// About the clock that is open, or the last that was.
Result<Letter> alert(const Case& request, const RuleSet& rules) {
    if (request.clocks.empty()) return lacks(request, "clock");
    const auto open = std::find_if(request.clocks.begin(), request.clocks.end(),
                                   [](const Clock& clock) { return clock.open(); });
    const Clock& clock = open == request.clocks.end() ? request.clocks.back() : *open;
    Letter letter;
    letter.to = owner_of(request, rules);
    letter.referral = clock.referral;
    letter.wsp = clock.wsp;
    letter.clock = clock.name;
    letter.due = clock.due;
    letter.step = clock.state == ClockState::missed ? AlertStep::missed : AlertStep::warned;
    return letter;
}

Result<Letter> letter_of(MailKind kind, const Case& request, const RuleSet& rules, Instant now) {
    Letter letter;
    switch (kind) {
        case MailKind::alert:
            return alert(request, rules);
        case MailKind::wsp_request:
            return to_wsp(request, rules);
        case MailKind::for_information:
            return for_information(request, rules);
        case MailKind::referral:
        case MailKind::closing_partner:
            return to_contact(request, rules, now);
        case MailKind::new_request:
        case MailKind::update:
            letter.to = owner_of(request, rules);
            return letter;
        default:
            letter.to = employer_of(request);
            return letter;
    }
}

}  // namespace

Result<OutboxMail> preview_of(MailKind kind, const Case& request, const Case* partner,
                              const RuleSet& rules, Instant now) {
    if (kind == MailKind::introduction && partner == nullptr) return lacks(request, "introduction");
    Result<Letter> letter = letter_of(kind, request, rules, now);
    if (!letter) return letter.error();
    letter->kind = kind;
    // What a person would have told.
    if (kind == MailKind::update)
        letter->facts.values["what_nl"] = sample_facts().values.at("what_nl");

    OutboxMail mail;
    mail.queued_at = mail.next_attempt = now;
    mail.request = request.number;
    mail.kind = kind;
    mail.to = letter->to;
    mail.wsp = letter->wsp;
    mail.referral = letter->referral;
    mail.clock = letter->clock;
    mail.step = letter->step;
    // In an introduction each employer reads of the other (docs/mail-templates.md).
    mail.facts =
        mail_facts(kind == MailKind::introduction ? *partner : request, rules, *letter, now);
    mail.facts.values["number"] = request.number.text();
    return mail;
}

}  // namespace werktdoord
