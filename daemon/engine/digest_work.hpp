// The daily digests: one per address and day, also across restarts (contract sections 3 and 9).
#pragma once

#include <optional>

#include "engine/isolation.hpp"
#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Queues or skips one of the digests that are due at `now`, on record; those of the team's members,
// and those whose time passed, together. True when it did: there may be more.
// REQUIRES: a transaction.
bool work_digests(Store& store, Recorder& recorder, Isolation& isolation, const RuleSet& rules,
                  Instant now);

// When the next digest is due.
std::optional<Instant> next_digest_work(Store& store, const RuleSet& rules);

// At the very first start: the first digest is the next one from now. REQUIRES: a transaction.
void start_digests(Store& store, const RuleSet& rules, Instant now);

}  // namespace werktdoord
