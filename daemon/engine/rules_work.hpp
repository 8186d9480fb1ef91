// Rules that come into force: at the start and at a reload.
#pragma once

#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Journals `rules.loaded`, moves running clocks when the calendar differs from the one they were
// computed under, and hands over what absent or departed members had. REQUIRES: a transaction.
void put_rules_into_force(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

}  // namespace werktdoord
