// The backlog worked off: a page at a time, and at once for a request that somebody touches.
#pragma once

#include "engine/backlog.hpp"
#include "engine/work.hpp"

namespace werktdoord {

// Works off at most `limit` requests. One that cannot be worked off stays as it is, and the walk
// goes on. REQUIRES: a transaction.
void work_backlog(const Work& work, int limit);

// Brings one request up to the rules in force when the backlog has not reached it yet, so that
// whatever happens to it now happens under them. REQUIRES: a transaction.
void bring_up(const Work& work, const Backlog& backlog, const RequestNumber& number);

}  // namespace werktdoord
