// The backlog worked off: a page at a time, and at once for a request that somebody touches.
#pragma once

#include "engine/backlog.hpp"
#include "engine/isolation.hpp"
#include "engine/recorder.hpp"

namespace werktdoord {

// Works off at most `limit` requests. One that cannot be worked off stays as it is, and the walk
// goes on. REQUIRES: a transaction.
void work_backlog(Store& store, Recorder& recorder, Isolation& isolation, const RuleSet& rules,
                  Instant now, int limit);

// Brings one request up to the rules in force when the backlog has not reached it yet, so that
// whatever happens to it now happens under them. REQUIRES: a transaction.
void bring_up(Store& store, Recorder& recorder, const RuleSet& rules, const Backlog& backlog,
              const RequestNumber& number, Instant now);

}  // namespace werktdoord
