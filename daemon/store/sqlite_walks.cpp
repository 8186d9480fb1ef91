#include "store/sqlite_walks.hpp"

#include "store/sqlite_cases.hpp"
#include "store/sqlite_queries.hpp"

namespace werktdoord {
namespace {

// The first condition on the state is that of the index clocks_open.
constexpr const char* running_clocks_sql =
    "SELECT c.request, r.owner, " WERKTDOORD_CLOCK_COLUMNS
    " FROM clocks c JOIN requests r ON r.id = c.request"
    " WHERE c." WERKTDOORD_OPEN_CLOCK
    " AND +c.state = 'running'"
    " AND (c.due, c.request, c.id) > (?, ?, ?) ORDER BY c.due, c.request, c.id LIMIT ?";

constexpr const char* stored_requests_sql =
    "SELECT r.id, r.registered_at, r.forgotten, d.document"
    " FROM requests r JOIN documents d ON d.request = r.id"
    " WHERE r.id > ? AND r.registered_at >= ? ORDER BY r.id LIMIT ?";

}  // namespace

std::vector<DeadlineRow> select_running_clocks(Connection& connection, const ClockCursor& after,
                                               int limit) {
    Query query(connection, running_clocks_sql, after.due, after.request, after.id, limit);
    return read_deadline_rows(query);
}

std::vector<StoredRequest> select_stored_requests(Connection& connection,
                                                  const RequestNumber& after, Instant since,
                                                  int limit) {
    Query query(connection, stored_requests_sql, after, since, limit);
    std::vector<StoredRequest> rows;
    while (query.step()) {
        StoredRequest& row = rows.emplace_back();
        row.number = query.request();
        row.registered_at = query.instant();
        row.forgotten = query.truth();
        row.document = query.text();
    }
    return rows;
}

}  // namespace werktdoord
