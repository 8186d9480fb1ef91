// What a mail can tell about a case: the values of docs/mail-templates.md. Pure.
#pragma once

#include "core/facts.hpp"
#include "core/progress.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

// The facts of one letter written now: of its case, its referral, its clock, and its own on top.
Facts mail_facts(const Case& c, const RuleSet& rules, const Letter& letter, Instant now);

// Whether a letter only tells how its request stands: it is written whole when it leaves, and no
// more than kept_facts() is kept of it until then.
bool tells_how_it_stands(const Letter& letter);

// What its request may not say any more by then: by when the clock of an alert was due.
Facts kept_facts(const Letter& letter, const Zone& zone);

// The same without those of the request: they are the bulk, and they are added when the mail
// leaves.
Facts facts_of_moment(const Case& c, const RuleSet& rules, const Letter& letter, Instant now);

// Adds what the request says (employer, occupation, description ...) and its signposts to the facts
// of a mail, where it does not say otherwise.
void add_request_facts(Facts& facts, const Case& c, const RuleSet& rules);

// Asks of the recipient what there is to ask of it now, and nothing that is done meanwhile.
void ask_anew(Facts& facts, const Case& c, const RuleSet& rules, const Letter& letter);

// The values of a request alone, as an introduction tells them of the other employer.
Facts request_facts(const RequestData& data);

}  // namespace werktdoord
