#include "store/sqlite_queries.hpp"

#include "base/split.hpp"
#include "core/fold.hpp"
#include "store/json_list.hpp"
#include "store/sqlite_cases.hpp"

namespace werktdoord {
namespace {

constexpr const char* select_row = "SELECT " WERKTDOORD_REQUEST_ROW_COLUMNS " FROM requests r";

constexpr const char* next_clock_sql =
    "SELECT due, name, state FROM clocks WHERE request = ? AND " WERKTDOORD_OPEN_CLOCK
    " ORDER BY due, name";

constexpr const char* deadlines_sql = "SELECT c.request, r.owner, " WERKTDOORD_CLOCK_COLUMNS
                                      " FROM clocks c JOIN requests r ON r.id = c.request"
                                      " WHERE c." WERKTDOORD_OPEN_CLOCK
                                      " AND (c.due, c.request, c.id) > (?, ?, ?)"
                                      " AND c.due <= ? ORDER BY c.due, c.request, c.id LIMIT ?";

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (const std::string_view word : split(text, ' '))
        if (!word.empty() && words.size() < search_words_max) words.emplace_back(word);
    return words;
}

// A LIKE pattern: the word anywhere, its own wildcards taken as they stand.
std::string anywhere(const std::string& word) {
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

// Only the conditions that were asked for, so that their index is used. There are few such texts,
// so their statements are kept too.
std::string text_of(const RequestFilter& filter, std::size_t words) {
    std::string sql = select_row;
    if (filter.region) sql += " JOIN request_regions g ON g.request = r.id AND g.region = ?";
    sql += filter.region ? " WHERE g.request > ?" : " WHERE r.id > ?";
    const bool open = filter.open_only || (filter.state && *filter.state != State::closed);
    if (open) sql += " AND r.state <> 'closed'";
    if (filter.state) sql += " AND r.state = ?";
    if (filter.kind) sql += " AND r.kind = ?";
    if (filter.owner) sql += " AND r.owner = ?";
    if (!filter.clock.empty())
        sql += " AND r.id IN (SELECT request FROM clocks WHERE attention = ?)";
    for (std::size_t i = 0; i < words; ++i)
        sql +=
            " AND folded(r.number || ' ' || r.employer_name || ' ' || r.occupation)"
            " LIKE ? ESCAPE '\\'";
    return sql + (filter.region ? " ORDER BY g.request LIMIT ?" : " ORDER BY r.id LIMIT ?");
}

void add_clocks(Connection& connection, RequestRow& row) {
    Query query(connection, next_clock_sql, row.number);
    while (query.step()) {
        const Instant due = query.instant();
        const std::string name = query.text();
        if (!row.next_due) {
            row.next_due = due;
            row.next_clock = name;
        }
        row.missed = row.missed || query.name<ClockState>() == ClockState::missed;
    }
}

}  // namespace

RequestRow read_request_row(Query& query) {
    RequestRow row;
    row.number = query.request();
    row.kind = query.name<Kind>();
    row.state = query.name<State>();
    row.owner = query.key<MemberKey>();
    row.registered_at = query.instant();
    row.employer = query.text();
    row.occupation = query.text();
    row.sector = query.text();
    row.headcount = query.number();
    row.regions = read_keys<RegionKey>(query.text(), row.number);
    row.unplaced = query.truth();
    row.lead = query.key<RegionKey>();
    return row;
}

std::vector<RequestRow> select_requests(Connection& connection, const RequestFilter& filter) {
    const Connection::Snapshot snapshot(connection);
    const std::vector<std::string> words = words_of(fold(filter.q));
    Query query(connection, text_of(filter, words.size()));
    if (filter.region) query.add(*filter.region);
    query.add(filter.after.value_or(RequestNumber()));
    if (filter.state) query.add(*filter.state);
    if (filter.kind) query.add(*filter.kind);
    if (filter.owner) query.add(*filter.owner);
    if (!filter.clock.empty()) query.add(filter.clock);
    for (const std::string& word : words) query.add(anywhere(word));
    query.add(filter.limit);
    std::vector<RequestRow> rows;
    while (query.step()) rows.push_back(read_request_row(query));
    for (RequestRow& row : rows) add_clocks(connection, row);
    return rows;
}

std::vector<DeadlineRow> read_deadline_rows(Query& query) {
    std::vector<DeadlineRow> rows;
    while (query.step()) {
        DeadlineRow& row = rows.emplace_back();
        row.request = query.request();
        row.owner = query.key<MemberKey>();
        row.clock = read_clock(query);
    }
    return rows;
}

std::vector<DeadlineRow> select_deadlines(Connection& connection, const ClockCursor& after,
                                          Instant until, int limit) {
    Query query(connection, deadlines_sql, after.due, after.request, after.id, until, limit);
    return read_deadline_rows(query);
}

}  // namespace werktdoord
