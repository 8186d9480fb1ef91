// What a mail can tell about a case: the values of docs/mail-templates.md. Pure.
#pragma once

#include "core/facts.hpp"
#include "core/progress.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

// The facts of one letter written now: of its case, its referral, its clock, and its own on top.
Facts mail_facts(const Case& c, const RuleSet& rules, const Letter& letter, Instant now);

}  // namespace werktdoord
