// A mail of the outbox, written to its end when it leaves. Pure.
#pragma once

#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Adds to the facts of `mail` what its request says at `now`, where they do not say otherwise; a
// mail that only tells how its request stands gets all of its facts here.
OutboxMail written(OutboxMail mail, const Case& request, const RuleSet& rules, Instant now);

}  // namespace werktdoord
