// The law of conservation: what was received is open, closed or rejected, per region and in all.
// Pure.
#pragma once

#include <cstdint>
#include <map>

#include "base/key.hpp"
#include "base/result.hpp"
#include "core/facts.hpp"

namespace werktdoord {

struct RuleSet;

// What went to a region: requests are referred to several, so here referrals are counted.
struct RegionBalance {
    std::int64_t received = 0;  // by the journal
    std::int64_t open = 0;      // by the tables, as is the next
    std::int64_t closed = 0;    // ended, however

    bool adds_up() const { return received == open + closed; }
    friend bool operator==(const RegionBalance&, const RegionBalance&) = default;
};

// `requests` and `rejections`: numbers given out, and rejected submissions journalled. The others
// are counted from the tables.
struct Tallies {
    std::int64_t requests = 0;
    std::int64_t rejections = 0;
    std::int64_t open = 0;
    std::int64_t closed = 0;
    std::int64_t rejected = 0;
    std::map<RegionKey, RegionBalance> regions;

    std::int64_t received() const { return requests + rejections; }
    bool requests_add_up() const { return requests == open + closed; }
    bool rejections_add_up() const { return rejections == rejected; }
    friend bool operator==(const Tallies&, const Tallies&) = default;
};

// What the team's digest tells of it: `received_count`, `all_open_count`, `all_closed_count`,
// `unreadable_count`, `balance_wrong` (not empty: something does not add up) and the list `balance`
// per region.
void add_balance(Facts& facts, const Tallies& tallies, const RuleSet& rules);

// What does not add up, each with its figures; empty: all does.
Problems imbalances(const Tallies& tallies);

}  // namespace werktdoord
