#include "store/sqlite_lookups.hpp"

#include <set>

#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* due_sql =
    "SELECT request, next_at FROM clocks WHERE next_at IS NOT NULL AND next_at <= ?"
    " AND (next_at, request) > (?, ?) ORDER BY next_at, request";
constexpr const char* next_due_sql = "SELECT min(next_at) FROM clocks WHERE next_at IS NOT NULL";

constexpr const char* not_taken_up_sql =
    "SELECT id FROM requests WHERE state <> 'closed' AND owner = ? AND taken_up_at IS NULL"
    " AND id > ? ORDER BY id LIMIT ?";

constexpr const char* not_forwarded_sql =
    "SELECT request, ordinal FROM referrals WHERE state = 'open' AND region = ?"
    " AND forwarded_at IS NULL AND request > ? ORDER BY request, ordinal LIMIT ?";

constexpr const char* open_work_sql =
    "SELECT region, NULL FROM referrals WHERE state = 'open'"
    " UNION SELECT r.region, a.wsp FROM referrals r JOIN wsp_asks a"
    " ON a.request = r.request AND a.referral = r.ordinal"
    " WHERE r.state = 'open' AND a.withdrawn_at IS NULL ORDER BY 1, 2";

constexpr const char* open_after_sql =
    "SELECT id FROM requests WHERE state <> 'closed' AND id > ? ORDER BY id LIMIT ?";

constexpr const char* last_number_sql = "SELECT last FROM numbers WHERE year = ?";
constexpr const char* put_last_number_sql =
    "INSERT INTO numbers(year, last) VALUES(?1, ?2) ON CONFLICT(year) DO UPDATE SET last = ?2";

std::vector<RequestNumber> read_numbers(Query& row) {
    std::vector<RequestNumber> numbers;
    while (row.step()) numbers.push_back(row.request());
    return numbers;
}

}  // namespace

// Read in the order of the index until there are enough: a hundred thousand overdue clocks cost a
// batch nothing.
std::vector<DueClock> select_due(Connection& connection, Instant now,
                                 const std::optional<DueClock>& after, int limit) {
    const DueClock from = after.value_or(DueClock{RequestNumber(), Instant::min()});
    Query row(connection, due_sql, now, from.next_at, from.request);
    std::set<RequestNumber> seen;
    std::vector<DueClock> due;
    while (static_cast<int>(due.size()) < limit && row.step()) {
        RequestNumber request = row.request();
        if (!seen.insert(request).second) continue;
        due.push_back({std::move(request), row.instant()});
    }
    return due;
}

std::optional<Instant> select_next_due(Connection& connection) {
    Query row(connection, next_due_sql);
    row.step();
    return row.maybe_instant();
}

std::vector<RequestNumber> select_not_taken_up(Connection& connection, const MemberKey& owner,
                                               const std::optional<RequestNumber>& after,
                                               int limit) {
    Query row(connection, not_taken_up_sql, owner, after.value_or(RequestNumber()), limit);
    return read_numbers(row);
}

std::vector<std::pair<RequestNumber, int>> select_not_forwarded(
    Connection& connection, const RegionKey& region, const std::optional<RequestNumber>& after,
    int limit) {
    Query row(connection, not_forwarded_sql, region, after.value_or(RequestNumber()), limit);
    std::vector<std::pair<RequestNumber, int>> referrals;
    while (row.step()) {
        RequestNumber request = row.request();
        referrals.emplace_back(std::move(request), row.number());
    }
    return referrals;
}

std::vector<std::pair<RegionKey, std::optional<WspKey>>> select_open_work(Connection& connection) {
    Query row(connection, open_work_sql);
    std::vector<std::pair<RegionKey, std::optional<WspKey>>> work;
    while (row.step()) {
        RegionKey region = row.key<RegionKey>();
        work.emplace_back(std::move(region), row.maybe_key<WspKey>());
    }
    return work;
}

std::vector<RequestNumber> select_open_requests(Connection& connection,
                                                const std::optional<RequestNumber>& after,
                                                int limit) {
    Query row(connection, open_after_sql, after.value_or(RequestNumber()), limit);
    return read_numbers(row);
}

std::int64_t select_last_number(Connection& connection, int year) {
    Query row(connection, last_number_sql, year);
    return row.step() ? row.integer() : 0;
}

void put_last_number(Connection& connection, int year, std::int64_t last) {
    run(connection, put_last_number_sql, year, last);
}

}  // namespace werktdoord
