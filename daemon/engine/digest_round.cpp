#include "engine/digest_round.hpp"

#include <algorithm>
#include <sstream>

#include "codec/sha256.hpp"
#include "core/fold.hpp"
#include "engine/digest_keys.hpp"
#include "engine/kept_instant.hpp"

namespace werktdoord {

namespace {

std::vector<RegionKey> regions_of(const RuleSet& rules, DigestKind kind) {
    if (kind == DigestKind::team) return {RegionKey()};
    std::vector<RegionKey> regions;
    for (const auto& [key, region] : rules.regions) regions.push_back(key);
    return regions;
}

std::string name_of_receiver(const Recipient& to) {
    return sha256_hex(fold(to.address));
}

// "since INSTANT REGION" or "done NAME".
void read_line(DigestRound& round, const std::string& line) {
    std::istringstream words(line);
    std::string kind;
    std::string value;
    std::string region;
    words >> kind >> value >> region;
    const auto since = kept_instant(value);
    if (kind == "done") {
        round.done.insert(value);
    } else if (kind == "since" && since) {
        round.since.emplace(RegionKey(region), *since);
    } else {
        throw StoreFault("store: the round of digests cannot be read", false);
    }
}

}  // namespace

bool DigestRound::had(const Recipient& to) const {
    return done.contains(name_of_receiver(to));
}

void DigestRound::add(const Recipient& to) {
    done.insert(name_of_receiver(to));
}

Instant DigestRound::since_of(const RegionKey& region, Instant now) const {
    const auto known = since.find(region);
    // A region that came with other rules in the middle of a round is new.
    return known == since.end() ? now : std::min(known->second, now);
}

DigestRound read_round(std::istream& lines) {
    DigestRound round;
    for (std::string line; std::getline(lines, line);) read_line(round, line);
    return round;
}

DigestRound round_of(Store& store, const RuleSet& rules, DigestKind kind, LocalDay day,
                     Instant now) {
    std::istringstream lines(store.get(digest_round_key(kind)).value_or(""));
    std::string line;
    if (std::getline(lines, line) && line == to_string(day)) {
        DigestRound round = read_round(lines);
        round.day = day;
        return round;
    }
    DigestRound round;
    round.day = day;
    for (const RegionKey& region : regions_of(rules, kind)) {
        const auto since = kept_instant(store.get(digest_since_key(region)));
        round.since.emplace(region, since.value_or(now));
    }
    return round;
}

void write_round(Store& store, DigestKind kind, const DigestRound& round) {
    std::string text = to_string(round.day) + "\n";
    for (const auto& [region, since] : round.since)
        text += "since " + to_rfc3339(since) + " " + region.text() + "\n";
    for (const std::string& name : round.done) text += "done " + name + "\n";
    store.set(digest_round_key(kind), text);
}

void end_round(Store& store, DigestKind kind) {
    store.set(digest_round_key(kind), "");
}

void set_since(Store& store, const DigestPlan& plan, Instant now) {
    if (plan.regions.empty()) store.set(digest_since_key(RegionKey()), to_rfc3339(now));
    for (const RegionKey& region : plan.regions)
        store.set(digest_since_key(region), to_rfc3339(now));
}

void start_since(Store& store, const RuleSet& rules, Instant now) {
    for (DigestKind kind : {DigestKind::team, DigestKind::regional_contact})
        for (const RegionKey& region : regions_of(rules, kind))
            if (!store.get(digest_since_key(region)))
                store.set(digest_since_key(region), to_rfc3339(now));
}

}  // namespace werktdoord
