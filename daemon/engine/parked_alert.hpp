// The alert to the team that mail was parked (contract section 9): at most one an hour, over all
// that was parked since the last, and in working hours (`notify`), so that a server that refuses
// everything does not flood the team.
#pragma once

#include "core/ruleset.hpp"
#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// A mail was parked: tells every member of the team now, or puts it by for the next alert. Of an
// alert that is parked itself nothing is told. REQUIRES: a transaction.
void alert_parked(Store& store, Recorder& recorder, const RuleSet& rules, const OutboxMail& mail,
                  Instant now);

// Sends the alert that was put by, once it is due; leaves out what is not parked any more.
// REQUIRES: a transaction.
void work_parked_alert(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

// An alert that was put by for a date far ahead, see clock_leap.hpp. REQUIRES: a transaction.
void bring_back_parked_alert(Store& store, const RuleSet& rules, Instant now);

// When work_parked_alert() has something to do.
std::optional<Instant> next_parked_alert(Store& store);

}  // namespace werktdoord
