#include "core/conservation.hpp"

#include "core/place_words.hpp"

namespace werktdoord {

namespace {

std::string named(const char* name, std::int64_t count) {
    return std::string(name) + " " + std::to_string(count);
}

}  // namespace

void add_balance(Facts& facts, const Tallies& tallies, const RuleSet& rules) {
    const auto put = [&](const char* name, std::int64_t count) {
        facts.values[name] = std::to_string(count);
    };
    put("received_count", tallies.received());
    put("all_open_count", tallies.open);
    put("all_closed_count", tallies.closed);
    put("unreadable_count", tallies.rejected);
    std::string wrong;
    const auto add_wrong = [&](const std::string& what) {
        wrong += (wrong.empty() ? "" : ", ") + what;
    };
    if (tallies.requests != tallies.open + tallies.closed) add_wrong("alle meldingen");
    if (tallies.rejections != tallies.rejected) add_wrong("wat niet te lezen was");
    for (const auto& [region, tally] : tallies.regions)
        if (tally.received != tally.open + tally.closed) add_wrong(region_name(region, rules));
    facts.values["balance_wrong"] = wrong;
    for (const auto& [region, tally] : tallies.regions)
        facts.lists["balance"].push_back({{{"name", region_name(region, rules)},
                                           {"received", std::to_string(tally.received)},
                                           {"open", std::to_string(tally.open)},
                                           {"closed", std::to_string(tally.closed)}},
                                          {}});
}

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
            problems.push_back({"region " + region.text(), named("received", tally.received) +
                                                               " is not " +
                                                               named("open", tally.open) + " + " +
                                                               named("closed", tally.closed)});
    return problems;
}

}  // namespace werktdoord
