// What a backtest found over all requests: by region, rule, policy, clock and signpost. Pure.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/backtest.hpp"

namespace werktdoord {

// Of a region, in how many requests each thing differs.
struct RegionTally {
    long in = 0;
    long out = 0;
    long mode = 0;
    long lead = 0;
    long sites = 0;
    long contacts = 0;
    long wsps = 0;
    long inform = 0;
    friend bool operator==(const RegionTally&, const RegionTally&) = default;
};

struct SignpostTally {
    long in = 0;
    long out = 0;
    friend bool operator==(const SignpostTally&, const SignpostTally&) = default;
};

struct BacktestSummary {
    using Rules = std::vector<std::string>;

    long tried = 0;
    long changed = 0;
    long unreadable = 0;  // not tried
    long forgotten = 0;   // not tried: nothing is left to route
    long unplaced = 0;    // requests of which other sites lie nowhere
    std::map<RegionKey, RegionTally> regions;
    // Of the changed requests: the rules that decided before and after, which may be the same.
    std::map<std::pair<Rules, Rules>, long> rules;
    std::map<std::pair<std::string, std::string>, long> policies;  // that differ
    std::map<ClockName, long> clocks;
    std::map<std::string, SignpostTally> signposts;

    // Counts one request that was tried.
    void add(const Difference& difference);
    friend bool operator==(const BacktestSummary&, const BacktestSummary&) = default;
};

}  // namespace werktdoord
