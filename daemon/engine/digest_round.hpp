// The round of a day's digests: they go out one by one, a transaction each, so that they never hold
// up the intake. How far it came is kept in the store: a restart goes on where it was.
#pragma once

#include <istream>
#include <map>
#include <set>
#include <string>

#include "core/digest_plan.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What a day's round was begun with, and who had theirs.
struct DigestRound {
    LocalDay day;
    // Since when a region's contact (an empty region: the team) had no digest when the round began:
    // a region may have two receivers.
    std::map<RegionKey, Instant> since;
    std::set<std::string> done;  // by a hash of the address: the store names nobody for this

    bool had(const Recipient& to) const;
    void add(const Recipient& to);

    // Since when nobody heard of a region (an empty one: the team).
    Instant since_of(const RegionKey& region, Instant now) const;
};

// Who had theirs, and since when the others had none: the lines of a kept round behind its day.
// Throws StoreFault for what is none.
DigestRound read_round(std::istream& lines);

// The round of `day` as it stands, or a new one. What an earlier day left undone is covered by it.
DigestRound round_of(Store& store, const RuleSet& rules, DigestKind kind, LocalDay day,
                     Instant now);

// These REQUIRE a transaction.
void write_round(Store& store, DigestKind kind, const DigestRound& round);
void end_round(Store& store, DigestKind kind);

// The regions of a plan had their digest.
void set_since(Store& store, const DigestPlan& plan, Instant now);

// Regions that are new, and the team, have had none since `now`.
void start_since(Store& store, const RuleSet& rules, Instant now);

}  // namespace werktdoord
