// What a mail of a kind would say about a stored request now, for a preview. Pure.
#pragma once

#include <string>

#include "base/result.hpp"
#include "core/case.hpp"
#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// The mail as it would be queued, to whom it would go first. `partner`: the request that it was
// introduced to last, where there is one. Fails where the request lacks what the mail is about,
// such as a referral. REQUIRES: a kind that is about a request.
Result<OutboxMail> preview_of(MailKind kind, const Case& request, const Case* partner,
                              const RuleSet& rules, Instant now);

}  // namespace werktdoord
