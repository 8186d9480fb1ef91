// Part of a round of digests: made from what the store holds now, and put on record.
#pragma once

#include <optional>
#include <vector>

#include "engine/digest_round.hpp"
#include "engine/team_count.hpp"
#include "engine/work.hpp"

namespace werktdoord {

// What every digest of a round is made with.
struct DigestDesk {
    const Work& work;
    DigestKind kind;
    DigestVerdict verdict;
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
