// Rules that come into force: at the start and at a reload.
#pragma once

#include <string>

#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What keeps rules from coming into force, at the start and by a reload: regions and WSPs with open
// work that they lack, by their keys (contract section 3, roster.yaml). Empty: nothing.
std::string lost_open_work(Store& store, const RuleSet& rules);

// Journals `rules.loaded` and keeps the files. Rules or a calendar other than the last ones bring
// every open request up to them (decide_rules_change): that is put on the backlog. REQUIRES: a
// transaction.
void put_rules_into_force(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

}  // namespace werktdoord
