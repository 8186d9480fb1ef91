// The lists that people read: requests, deadlines.
#pragma once

#include <vector>

#include "store/query.hpp"

// The columns of a list row in the order in which read_request_row takes them.
#define WERKTDOORD_REQUEST_ROW_COLUMNS                                                \
    "r.id, r.kind, r.state, r.owner, r.registered_at, r.employer_name, r.occupation," \
    " r.sector, r.headcount, r.regions, r.unplaced, r.lead"

namespace werktdoord {

RequestRow read_request_row(Query& query);

// All rows of: request, owner, the columns of a clock.
std::vector<DeadlineRow> read_deadline_rows(Query& query);

std::vector<RequestRow> select_requests(Connection& connection, const RequestFilter& filter);
std::vector<DeadlineRow> select_deadlines(Connection& connection, const ClockCursor& after,
                                          Instant until, int limit);

}  // namespace werktdoord
