#include "engine/leaving_mail.hpp"

#include "core/mail_facts.hpp"
#include "core/recipients.hpp"
#include "engine/moot.hpp"
#include "engine/report_mail.hpp"

namespace werktdoord {

std::optional<Instant> held(const OutboxMail& mail, const RuleSet& rules, Instant now) {
    if (mail.kind && !traits_of(*mail.kind).waits_for_opening) return std::nullopt;
    return held_until(rules.calendar, mail.to.role, now);
}

OutboxMail written(OutboxMail mail, const Case& request, const RuleSet& rules, Instant now) {
    Letter letter;
    letter.kind = mail.kind;
    letter.to = mail.to;
    letter.referral = mail.referral;
    letter.wsp = mail.wsp;
    letter.clock = mail.clock;
    letter.step = mail.step;
    letter.facts = mail.facts;
    if (tells_how_it_stands(letter)) {
        mail.facts = mail_facts(request, rules, letter, now);
        return mail;
    }
    if (news_that_asks(mail)) ask_anew(mail.facts, request, rules, letter);
    add_request_facts(mail.facts, request, rules);
    return mail;
}

Leaving as_it_leaves(StoreReader& store, const OutboxMail& mail, const RuleSet& rules,
                     Instant now) {
    if (!mail.request) return {std::nullopt, with_report(store, mail, rules)};
    const auto request = store.load(*mail.request);
    if (!request) return {std::nullopt, mail};
    if (auto moot = moot_reason(mail, *request, rules.calendar.zone()))
        return {std::move(moot), mail};
    return {std::nullopt, written(mail, *request, rules, now)};
}

}  // namespace werktdoord
