// Clocks that are due: worked off in bounded batches, in the order of contract section 6.
#pragma once

#include "engine/isolation.hpp"
#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Works off what the clocks of at most `limit` cases have due at `now`; true when there may be
// more. A case that cannot be worked off is left as it is. REQUIRES: a transaction.
bool work_clocks(Store& store, Recorder& recorder, Isolation& isolation, const RuleSet& rules,
                 Instant now, int limit);

}  // namespace werktdoord
