// Part of a round of digests: made from what the store holds now, and put on record.
#pragma once

#include <optional>
#include <vector>

#include "engine/digest_round.hpp"
#include "engine/recorder.hpp"
#include "engine/team_count.hpp"

namespace werktdoord {

// What every digest of a round is made with.
struct DigestDesk {
    Store& store;
    Recorder& recorder;
    const RuleSet& rules;
    DigestKind kind;
    DigestVerdict verdict;
    Instant now;
    std::optional<TeamCount>& team_count;  // the team's, while it is counted
};

// What goes in one transaction each: the digest of a contact; all of the team's, who get the same
// one; all of those whose time passed. One part at least.
std::vector<std::vector<DigestPlan>> parts_of(const DigestDesk& desk, const DigestRound& round);

// Queues or skips the digests of a part, each on record. False when the team's is not yet counted:
// nothing is on record then. REQUIRES: a transaction.
bool work_part(const DigestDesk& desk, const DigestRound& round,
               const std::vector<DigestPlan>& part);

}  // namespace werktdoord
