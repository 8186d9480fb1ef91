// Absences that begin: what was not yet taken up or forwarded goes to who stands in (W3, W6).
#pragma once

#include <optional>

#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Hands over what members whose absence began since the last call had, and mails the referrals of
// regional contacts whose absence began to who stands in. REQUIRES: a transaction.
void work_roster(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

// When the next absence begins that is not handled yet.
std::optional<Instant> next_roster_work(Store& store, const RuleSet& rules);

// At the start and after a reload: hands over what absent members had not taken up, and all that
// members had who are no longer in the team; mails who stands in for contacts whose absence is new.
// REQUIRES: a transaction.
void take_roster(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

}  // namespace werktdoord
