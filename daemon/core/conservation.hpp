// The law of conservation: what was received is open, closed or rejected, per region and in all.
// Pure.
#pragma once

#include <cstdint>
#include <map>

#include "base/key.hpp"
#include "base/result.hpp"

namespace werktdoord {

// What went to a region: requests are referred to several, so here referrals are counted.
struct RegionTally {
    std::int64_t received = 0;  // by the journal
    std::int64_t open = 0;      // by the tables, as is the next
    std::int64_t closed = 0;    // ended, however
    friend bool operator==(const RegionTally&, const RegionTally&) = default;
};

// `requests` and `rejections`: numbers given out, and rejected submissions journalled. The others
// are counted from the tables.
struct Tallies {
    std::int64_t requests = 0;
    std::int64_t rejections = 0;
    std::int64_t open = 0;
    std::int64_t closed = 0;
    std::int64_t rejected = 0;
    std::map<RegionKey, RegionTally> regions;

    std::int64_t received() const { return requests + rejections; }
    friend bool operator==(const Tallies&, const Tallies&) = default;
};

// What does not add up, each with its figures; empty: all does.
Problems imbalances(const Tallies& tallies);

}  // namespace werktdoord
