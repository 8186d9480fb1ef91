#include "engine/written.hpp"

#include "core/mail_facts.hpp"

namespace werktdoord {

OutboxMail written(OutboxMail mail, const Case& request, const RuleSet& rules, Instant now) {
    Letter letter;
    letter.template_name = mail.template_name;
    letter.to = mail.to;
    letter.facts = mail.facts;
    if (tells_how_it_stands(letter))
        mail.facts = mail_facts(request, rules, letter, now);
    else
        add_request_facts(mail.facts, request, rules);
    return mail;
}

}  // namespace werktdoord
