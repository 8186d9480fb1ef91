// Rows of lists: what a list of requests or of deadlines shows of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case.hpp"

namespace werktdoord {

// One request as lists show it.
struct RequestRow {
    RequestNumber number;
    Kind kind = Kind::demand;
    State state = State::registered;
    MemberKey owner;
    Instant registered_at;
    std::string employer;
    std::string occupation;
    std::string sector;
    int headcount = 0;
    std::vector<RegionKey> regions;  // of the referrals, else of the proposal
    bool unplaced = false;
    std::optional<Instant> next_due;  // earliest due of its open clocks
    std::string next_clock;
    bool missed = false;

    // Only in the rows of the team's digest.
    std::string place;  // of the first site, as the employer wrote it
    std::optional<Instant> closed_at;
    std::vector<RegionKey> open_regions;  // of the open referrals
    std::vector<Clock> open_clocks;       // of the request and of its referrals
};

// One open clock with the request it belongs to and that request's owner.
struct DeadlineRow {
    RequestNumber request;
    Clock clock;
    MemberKey owner;
};

}  // namespace werktdoord
