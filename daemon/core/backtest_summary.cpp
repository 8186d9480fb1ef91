#include "core/backtest_summary.hpp"

#include <algorithm>

#include "base/items.hpp"

namespace werktdoord {

namespace {

void count(RegionTally& tally, const RegionDifference& difference) {
    if (!difference.before || !difference.after) {
        ++(difference.before ? tally.out : tally.in);
        return;
    }
    const RegionOutcome& a = *difference.before;
    const RegionOutcome& b = *difference.after;
    tally.mode += a.mode != b.mode;
    tally.lead += a.lead != b.lead;
    tally.sites += a.sites != b.sites;
    tally.contacts += a.contacts != b.contacts;
    tally.wsps += a.wsps != b.wsps;
    tally.inform += a.inform != b.inform;
}

}  // namespace

void BacktestSummary::add(const Difference& difference) {
    ++tried;
    if (!difference.any()) return;
    ++changed;
    unplaced += difference.unplaced.any();
    for (const RegionDifference& region : difference.regions) count(regions[region.region], region);
    ++rules[{difference.rules.before, difference.rules.after}];
    if (difference.policy.any()) ++policies[{difference.policy.before, difference.policy.after}];
    for (const ClockDifference& clock : difference.clocks) ++clocks[clock.clock];
    const auto& [before, after] = difference.signposts;
    for (const std::string& key : before)
        if (!has(after, key)) ++signposts[key].out;
    for (const std::string& key : after)
        if (!has(before, key)) ++signposts[key].in;
}

}  // namespace werktdoord
