#include "codec/backtest_json.hpp"

#include <boost/json/value.hpp>

#include "codec/json_write.hpp"

namespace werktdoord {

namespace {

namespace json = boost::json;

template <class Value>
json::object old_and_new(Value before, Value after) {
    json::object object;
    object["old"] = std::move(before);
    object["new"] = std::move(after);
    return object;
}

template <class Items>
json::array array_of(const Items& items) {
    json::array array;
    for (const auto& item : items) array.emplace_back(item);
    return array;
}

json::array people(const std::vector<Recipient>& recipients) {
    json::array array;
    for (const Recipient& one : recipients)
        array.push_back({{"role", name_of(one.role)},
                         {"key", one.key},
                         {"name", one.name},
                         {"email", one.address}});
    return array;
}

json::object outcome_object(const RegionOutcome& outcome) {
    return {{"mode", name_of(outcome.mode)},    {"lead", outcome.lead},
            {"sites", array_of(outcome.sites)}, {"contacts", people(outcome.contacts)},
            {"wsps", people(outcome.wsps)},     {"inform", people(outcome.inform)}};
}

// Each member that differs, with both its sides; of a region that comes or goes its one side whole.
json::object region_object(const RegionDifference& difference) {
    json::object object{{"region", difference.region.text()}};
    const auto& [region, before, after] = difference;
    object["change"] = !before ? "added" : !after ? "gone" : "changed";
    if (!before || !after) {
        object[before ? "old" : "new"] = outcome_object(before ? *before : *after);
        return object;
    }
    json::object mine = outcome_object(*before);
    json::object theirs = outcome_object(*after);
    for (auto& member : mine)
        if (json::value& other = theirs[member.key()]; member.value() != other)
            object[member.key()] = old_and_new(std::move(member.value()), std::move(other));
    return object;
}

json::value instant_value(const std::optional<Instant>& instant) {
    return instant ? json::value(to_rfc3339(*instant)) : json::value(nullptr);
}

json::value times_value(const std::optional<ClockTimes>& times) {
    if (!times) return nullptr;
    return json::object{{"warn", instant_value(times->warn)}, {"due", to_rfc3339(times->due)}};
}

json::object clock_object(const ClockDifference& difference) {
    return {{"clock", name_of(difference.clock)},
            {"old", times_value(difference.before)},
            {"new", times_value(difference.after)}};
}

template <class Items, class Object>
json::array objects_of(const Items& items, Object object) {
    json::array array;
    for (const auto& item : items) array.push_back(object(item));
    return array;
}

json::object tally_object(const RegionTally& tally) {
    return {{"in", tally.in},     {"out", tally.out},      {"mode", tally.mode},
            {"lead", tally.lead}, {"sites", tally.sites},  {"contacts", tally.contacts},
            {"wsps", tally.wsps}, {"inform", tally.inform}};
}

}  // namespace

std::string difference_json(const TriedRequest& tried, const Difference& difference) {
    json::object object;
    if (tried.number)
        object["request"] = tried.number->text();
    else
        object["line"] = tried.line;
    object["registeredAt"] = to_rfc3339(tried.at);
    const auto& [rules, regions, unplaced, policy, clocks, signposts] = difference;
    object["rules"] = old_and_new(array_of(rules.before), array_of(rules.after));
    if (!regions.empty()) object["regions"] = objects_of(regions, region_object);
    if (unplaced.any())
        object["unplaced"] = old_and_new(array_of(unplaced.before), array_of(unplaced.after));
    if (policy.any()) object["policy"] = old_and_new(policy.before, policy.after);
    if (!clocks.empty()) object["clocks"] = objects_of(clocks, clock_object);
    if (signposts.any())
        object["signposts"] = old_and_new(array_of(signposts.before), array_of(signposts.after));
    return to_json(object);
}

std::string summary_json(const BacktestSummary& summary, const RulesHashes& hashes) {
    json::object object{{"tried", summary.tried},
                        {"changed", summary.changed},
                        {"unreadable", summary.unreadable},
                        {"forgotten", summary.forgotten},
                        {"old", hashes.before},
                        {"new", hashes.after},
                        {"unplaced", summary.unplaced}};
    json::object regions, clocks, signposts;
    for (const auto& [region, tally] : summary.regions)
        regions[region.text()] = tally_object(tally);
    for (const auto& [clock, count] : summary.clocks) clocks[name_of(clock)] = count;
    for (const auto& [key, tally] : summary.signposts)
        signposts[key] = {{"in", tally.in}, {"out", tally.out}};
    object["regions"] = std::move(regions);
    object["rules"] = objects_of(summary.rules, [](const auto& rules) {
        json::object one = old_and_new(array_of(rules.first.first), array_of(rules.first.second));
        one["requests"] = rules.second;
        return one;
    });
    object["policies"] = objects_of(summary.policies, [](const auto& policies) {
        json::object one = old_and_new(policies.first.first, policies.first.second);
        one["requests"] = policies.second;
        return one;
    });
    object["clocks"] = std::move(clocks);
    object["signposts"] = std::move(signposts);
    return to_json(json::object{{"summary", std::move(object)}});
}

std::string move_json(const DeadlineRow& row, const ClockTimes& times) {
    json::object object{{"request", row.request.text()}};
    if (row.clock.region) object["region"] = row.clock.region->text();
    if (row.clock.wsp) object["wsp"] = row.clock.wsp->text();
    object["clock"] = name_of(row.clock.name);
    object["warn"] = old_and_new(instant_value(row.clock.warn), instant_value(times.warn));
    object["due"] = old_and_new(to_rfc3339(row.clock.due), to_rfc3339(times.due));
    return to_json(object);
}

std::string moves_summary_json(const MovesSummary& summary) {
    json::object clocks;
    for (const auto& [clock, shifts] : summary.by)
        clocks[name_of(clock)] = objects_of(shifts, [](const auto& shift) {
            return json::object{{"minutes", shift.first.count()}, {"clocks", shift.second}};
        });
    return to_json(json::object{
        {"summary",
         {{"running", summary.running}, {"moved", summary.moved}, {"clocks", std::move(clocks)}}}});
}

}  // namespace werktdoord
