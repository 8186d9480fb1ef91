// Walks along everything there is, in pages by key: for backtests and what they look ahead at.
#pragma once

#include <vector>

#include "store/query.hpp"

namespace werktdoord {

std::vector<DeadlineRow> select_running_clocks(Connection& connection, const ClockCursor& after,
                                               int limit);
std::vector<StoredRequest> select_stored_requests(Connection& connection,
                                                  const RequestNumber& after, Instant since,
                                                  int limit);

}  // namespace werktdoord
