// Rows of digests: what the store tells of referrals and of what lies waiting; requests: rows.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/role.hpp"

namespace werktdoord {

// One open referral (or one that ended after `since`) as a digest needs it.
struct DigestRow {
    RequestNumber request;
    RegionKey region;
    int referral = 0;
    Kind kind = Kind::demand;
    std::string occupation;
    std::string sector;
    int headcount = 0;
    std::string employer;
    std::string place;  // of the first site that the referral serves
    RegionKey lead;     // of the request; empty while one region has it all
    Instant sent_at;
    std::optional<Instant> ended_at;
    std::vector<Clock> open_clocks;
};

// A submission that could not be read and still waits for a mended one.
struct RejectedItem {
    std::string webhook_id;
    Instant at;
    std::string problems;  // one a line
};

// A mail that was given up and waits for a person.
struct ParkedItem {
    std::optional<RequestNumber> request;
    Recipient to;
    Instant queued_at;
};

}  // namespace werktdoord
