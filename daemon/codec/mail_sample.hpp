// Made-up facts to look at a mail template with; nobody in them exists (domains in .example).
#pragma once

#include "core/facts.hpp"
#include "core/mail_kind.hpp"

namespace werktdoord {

// Every value and every list of mail_scope() is filled, so that every part of a template shows.
const Facts& sample_facts();

// The same as a mail of this kind has them: a report is about a month, and what is over waits for
// nothing, in the team's digest for nobody.
Facts sample_of(MailKind kind);

}  // namespace werktdoord
