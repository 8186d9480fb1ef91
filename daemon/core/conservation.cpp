#include "core/conservation.hpp"

namespace werktdoord {

namespace {

std::string named(const char* name, std::int64_t count) {
    return std::string(name) + " " + std::to_string(count);
}

}  // namespace

Problems imbalances(const Tallies& tallies) {
    Problems problems;
    if (tallies.requests != tallies.open + tallies.closed)
        problems.push_back({"requests", named("received", tallies.requests) + " is not " +
                                            named("open", tallies.open) + " + " +
                                            named("closed", tallies.closed)});
    if (tallies.rejections != tallies.rejected)
        problems.push_back({"rejected", named("received", tallies.rejections) + " is not " +
                                            named("rejected", tallies.rejected)});
    for (const auto& [region, tally] : tallies.regions)
        if (tally.received != tally.open + tally.closed)
            problems.push_back({"region " + region.text(),
                                named("received", tally.received) + " is not " +
                                    named("open", tally.open) + " + " +
                                    named("closed", tally.closed)});
    return problems;
}

}  // namespace werktdoord
