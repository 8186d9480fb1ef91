// Rows of digests: what the store tells of referrals and of what lies waiting; requests:
// list_rows.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/role.hpp"

namespace werktdoord {

// What a digest counts of a referral: one that is open, or ended since the last one.
struct ReferralMark {
    RequestNumber request;
    RegionKey region;
    int referral = 0;
    Instant sent_at;
    std::optional<Instant> due;  // earliest of its open clocks
    std::optional<Instant> ended_at;
    bool told_later = false;  // sent before the last digest, put on record after it
};

// The same of a request, for the team.
struct RequestMark {
    RequestNumber number;
    Instant registered_at;
    std::optional<Instant> due;  // earliest of its open clocks, those of its referrals too
    std::optional<Instant> closed_at;
    bool taken_up = false;
    bool unplaced = false;
};

// How many referrals are open in a region, and how many of these have a clock that ran out.
struct RegionWork {
    RegionKey region;
    int open = 0;
    int too_late = 0;
};

// What a digest shows of a referral.
struct DigestRow {
    Kind kind = Kind::demand;
    std::string occupation;
    std::string sector;
    int headcount = 0;
    std::string employer;
    std::string place;  // of the first site that the referral serves
    RegionKey lead;     // of the request; empty while one region has it all
    std::vector<Clock> open_clocks;
};

// A submission that could not be read and still waits for a mended one.
struct RejectedItem {
    std::int64_t id = 0;  // seq of its request.rejected: what `werktdoord rejected` takes
    std::string webhook_id;
    Instant at;
    std::string problems;  // one a line, in English (to_lines)
};

// A mail that was given up and waits for a person.
struct ParkedItem {
    std::optional<RequestNumber> request;
    Recipient to;
    Instant queued_at;
};

}  // namespace werktdoord
