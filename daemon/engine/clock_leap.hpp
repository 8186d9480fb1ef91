// What a clock that was once far ahead leaves behind: digests, reports and mails dated so.
#pragma once

#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Lets nothing wait for a date that the system's clock showed by mistake. What says that it was
// handled, or queued, more than limits::set_back_most after `now` was so under a clock that was set
// back since (journal_time.hpp): digests, the monthly report, the roster and the alert of parked
// mail count from `now`, and mails leave now or, where they are held, at the next opening. The
// clocks of requests stay as they were promised. Nothing to do in a store where all is well.
// REQUIRES: a transaction.
void undo_leap(Store& store, const RuleSet& rules, Instant now);

}  // namespace werktdoord
