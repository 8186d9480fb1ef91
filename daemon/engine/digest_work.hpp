// The daily digests: one per address and day, also across restarts (contract sections 3 and 9).
#pragma once

#include <optional>

#include "engine/team_count.hpp"
#include "engine/work.hpp"

namespace werktdoord {

// Queues or skips one of the digests that are due, on record; those of the team's members,
// and those whose time passed, together. Or counts on for the team's: `team_count` is kept between
// calls, and emptied when the transaction is undone or the rules change.
// True when it did any of that: there may be more. REQUIRES: a transaction.
bool work_digests(const Work& work, std::optional<TeamCount>& team_count);

// When the next digest is due.
std::optional<Instant> next_digest_work(Store& store, const RuleSet& rules);

// At the very first start: the first digest is the next one from now. REQUIRES: a transaction.
void start_digests(Store& store, const RuleSet& rules, Instant now);

}  // namespace werktdoord
