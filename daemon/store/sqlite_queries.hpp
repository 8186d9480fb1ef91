// The lists that people read: requests, deadlines, digests.
#pragma once

#include <vector>

#include "store/connection.hpp"

namespace werktdoord {

std::vector<RequestRow> select_requests(Connection& connection, const RequestFilter& filter);
std::vector<DeadlineRow> select_deadlines(Connection& connection, Instant until, int limit);
std::vector<DigestRow> select_digest_rows(Connection& connection,
                                          const std::vector<RegionKey>& regions,
                                          Instant ended_since);

}  // namespace werktdoord
