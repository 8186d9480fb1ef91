#include "core/conservation.hpp"

#include "base/listed.hpp"
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
    std::vector<std::string> wrong;
    if (!tallies.requests_add_up()) wrong.emplace_back("alle meldingen");
    if (!tallies.rejections_add_up()) wrong.emplace_back("wat niet te lezen was");
    for (const auto& [region, tally] : tallies.regions) {
        const std::string name = region_name(region, rules);
        if (!tally.adds_up()) wrong.push_back(name);
        facts.lists["balance"].push_back({{{"name", name},
                                           {"received", std::to_string(tally.received)},
                                           {"open", std::to_string(tally.open)},
                                           {"closed", std::to_string(tally.closed)}},
                                          {}});
    }
    facts.values["balance_wrong"] = listed(wrong);
}

Problems imbalances(const Tallies& tallies) {
    Problems problems;
    if (!tallies.requests_add_up())
        problems.push_back({"requests", named("received", tallies.requests) + " is not " +
                                            named("open", tallies.open) + " + " +
                                            named("closed", tallies.closed)});
    if (!tallies.rejections_add_up())
        problems.push_back({"rejected", named("received", tallies.rejections) + " is not " +
                                            named("rejected", tallies.rejected)});
    for (const auto& [region, tally] : tallies.regions)
        if (!tally.adds_up())
            problems.push_back({"region " + region.text(), named("received", tally.received) +
                                                               " is not " +
                                                               named("open", tally.open) + " + " +
                                                               named("closed", tally.closed)});
    return problems;
}

}  // namespace werktdoord
