#include "store/sqlite_team.hpp"

#include "codec/request_json.hpp"
#include "core/place_words.hpp"
#include "store/json_list.hpp"
#include "store/query.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_queries.hpp"

namespace werktdoord {
namespace {

#define TEAM_ROWS                               \
    "SELECT " WERKTDOORD_REQUEST_ROW_COLUMNS    \
    ", r.closed_at, d.document FROM requests r" \
    " JOIN documents d ON d.request = r.id "
constexpr const char* open_sql = TEAM_ROWS "WHERE r.state <> 'closed' ORDER BY r.id";
constexpr const char* closed_sql = TEAM_ROWS
    "WHERE r.closed_at IS NOT NULL AND r.closed_at > ? AND r.state = 'closed' ORDER BY r.id";

constexpr const char* clocks_sql =
    "SELECT " WERKTDOORD_CLOCK_COLUMNS
    " FROM clocks c WHERE request = ? AND state IN ('running', 'missed') ORDER BY due, id";
constexpr const char* open_regions_sql =
    "SELECT region FROM referrals WHERE request = ? AND state = 'open' ORDER BY region";
std::string first_place(const std::string& document) {
    const Parsed<RequestData> data = read_stored_document(document);
    if (!data || data->sites.empty()) return {};
    return place_of(data->sites.front());
}

RequestRow read_row(Query& query) {
    RequestRow row = read_request_row(query);
    row.closed_at = query.maybe_instant();
    row.place = first_place(query.text());
    return row;
}

void add_open_work(Connection& connection, RequestRow& row) {
    Query clocks(connection, clocks_sql, row.number);
    while (clocks.step()) row.open_clocks.push_back(read_clock(clocks));
    Query regions(connection, open_regions_sql, row.number);
    while (regions.step()) row.open_regions.push_back(regions.key<RegionKey>());
}

}  // namespace

void select_team_rows(Connection& connection, Instant closed_since,
                      const std::function<void(const RequestRow&)>& row) {
    const Connection::Snapshot snapshot(connection);
    const auto tell = [&](Query& query) {
        while (query.step()) {
            RequestRow one = read_row(query);
            add_open_work(connection, one);
            row(one);
        }
    };
    Query open(connection, open_sql);
    tell(open);
    Query closed(connection, closed_sql, closed_since);
    tell(closed);
}

}  // namespace werktdoord
