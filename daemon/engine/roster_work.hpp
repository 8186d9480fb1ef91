// Absences that begin: what was not yet taken up or forwarded goes to who stands in (W3, W6).
#pragma once

#include <optional>
#include <vector>

#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Puts on the backlog what absences bring that began since the last call: the handover of what
// members had that nobody took up, and the mails of referrals to who stands in for their regional
// contacts. REQUIRES: a transaction.
void work_roster(Store& store, const RuleSet& rules, Instant now);

// When the next absence begins that is not handled yet.
std::optional<Instant> next_roster_work(Store& store, const RuleSet& rules);

// When absences begin after `now` that, as these open clocks tell, find a request that nobody took
// up or a referral that nobody forwarded.
std::vector<Instant> handovers_to_come(const std::vector<DeadlineRow>& open, const RuleSet& rules,
                                       Instant now);

// At the start and after a reload. With other rules than before, every absence that holds now
// counts as handled: what it brings to members is part of bringing their requests up to these
// rules. REQUIRES: a transaction.
void take_roster(Store& store, const RuleSet& rules, bool other, Instant now);

}  // namespace werktdoord
