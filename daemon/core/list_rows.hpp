// Rows of lists: what a list of requests or of deadlines shows of each.
#pragma once

#include <cstdint>
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
    RegionKey lead;                   // speaks for all of its regions; empty while there is one
    std::optional<Instant> next_due;  // earliest due of its open clocks
    std::string next_clock;
    bool missed = false;

    // Only in the rows of the team's digest.
    std::string place;               // of the first site
    std::vector<Clock> open_clocks;  // of the request and of its referrals
};

// One open clock with the request it belongs to and that request's owner.
struct DeadlineRow {
    RequestNumber request;
    Clock clock;
    MemberKey owner;
};

// A request as it is routed anew: when it was registered, and its data as amendments left it.
struct StoredRequest {
    RequestNumber number;
    Instant registered_at;
    bool forgotten = false;  // nothing is left of its document
    std::string document;    // JSON
};

// Where a walk along the clocks is: after this one, in order of due, request and id.
struct ClockCursor {
    Instant due;
    RequestNumber request;  // empty: before all of that instant
    std::int64_t id = 0;
};

}  // namespace werktdoord
