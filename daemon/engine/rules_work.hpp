// Rules that come into force: at the start and at a reload.
#pragma once

#include <string>

#include "core/lost_work.hpp"
#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What keeps rules from coming into force, at the start and by a reload: regions and WSPs with open
// work that they lack (contract section 3, roster.yaml). Empty: nothing.
OpenWork work_lost_under(StoreReader& store, const RuleSet& rules);

// The same in words, by their keys.
std::string lost_open_work(StoreReader& store, const RuleSet& rules);

// Journals `rules.loaded` and keeps the files. Rules or a calendar other than the last ones bring
// every open request up to them (decide_rules_change): that is put on the backlog. REQUIRES: a
// transaction.
void put_rules_into_force(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

}  // namespace werktdoord
