// A mail of the outbox when it is due: moot, or written to its end.
#pragma once

#include <optional>
#include <string>

#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What is to be done with a mail that is due.
struct Leaving {
    std::optional<std::string> moot;  // it is dropped, for this reason
    OutboxMail mail;                  // else it is sent, written to its end
};

// Until when it waits for opening time (contract section 3, calendar.yaml): also a mail that was
// late, because the daemon was down or the server failed. Nothing: it may leave. Digests, reports
// and links that somebody asked for do not wait.
std::optional<Instant> held(const OutboxMail& mail, const RuleSet& rules, Instant now);

// With the request of the mail as `store` has it at `now`, or with the report that it brings.
Leaving as_it_leaves(StoreReader& store, const OutboxMail& mail, const RuleSet& rules, Instant now);

// Adds to the facts of `mail` what its request says at `now`, where they do not say otherwise; a
// mail that only tells how its request stands gets all of its facts here, and one with news asks
// only what is still to be done. Pure.
OutboxMail written(OutboxMail mail, const Case& request, const RuleSet& rules, Instant now);

}  // namespace werktdoord
