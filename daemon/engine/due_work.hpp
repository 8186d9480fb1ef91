// Clocks that are due: worked off in bounded batches, in the order of contract section 6.
#pragma once

#include "engine/work.hpp"

namespace werktdoord {

// Works off what the clocks of at most `limit` cases have due; true when there may be
// more. A case that cannot be worked off is left as it is. REQUIRES: a transaction.
bool work_clocks(const Work& work, int limit);

}  // namespace werktdoord
