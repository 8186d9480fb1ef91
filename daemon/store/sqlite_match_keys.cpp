#include "store/sqlite_match_keys.hpp"

#include <set>
#include <string>

#include "codec/request_json.hpp"
#include "core/match_keys.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* put_new_sql =
    "INSERT INTO match_keys_new(kind, word, area, request) VALUES(?, ?, ?, ?)";
constexpr const char* put_key_sql =
    "INSERT INTO match_keys(kind, word, area, request) VALUES(?, ?, ?, ?)";
#define ONE " WHERE kind = ?1 AND word = ?2 AND area = ?3 AND request = ?4"
constexpr const char* delete_new_sql = "DELETE FROM match_keys_new" ONE;
constexpr const char* delete_key_sql = "DELETE FROM match_keys" ONE;
constexpr const char* has_key_sql =
    "SELECT 1 FROM match_keys" ONE " UNION ALL SELECT 1 FROM match_keys_new" ONE;
constexpr const char* open_for_match_sql =
    "SELECT r.id, r.kind, d.document FROM requests r JOIN documents d ON d.request = r.id"
    " WHERE r.state <> 'closed'";

// Two steps into its index, however many there are.
constexpr const char* new_requests_sql =
    "SELECT (SELECT max(request) FROM match_keys_new) - (SELECT min(request) FROM match_keys_new)";
constexpr const char* settle_sql =
    "INSERT INTO match_keys(kind, word, area, request)"
    " SELECT kind, word, area, request FROM match_keys_new ORDER BY kind, word, area, request";
constexpr const char* clear_new_sql = "DELETE FROM match_keys_new";

constexpr const char* nth_new_sql =
    "SELECT kind, word, area, request FROM match_keys_new ORDER BY 1, 2, 3, 4 LIMIT 1 OFFSET ?";
#define UP_TO " WHERE (kind, word, area, request) <= (?1, ?2, ?3, ?4)"
constexpr const char* settle_up_to_sql =
    "INSERT INTO match_keys(kind, word, area, request)"
    " SELECT kind, word, area, request FROM match_keys_new" UP_TO " ORDER BY 1, 2, 3, 4";
constexpr const char* clear_up_to_sql = "DELETE FROM match_keys_new" UP_TO;

}  // namespace

void save_match_keys(Connection& connection, const std::optional<Case>& before, const Case& after) {
    const std::set<MatchKey> known = before ? match_keys(*before) : std::set<MatchKey>();
    const std::set<MatchKey> keys = match_keys(after);
    for (const MatchKey& key : known) {
        if (keys.contains(key)) continue;
        for (const char* sql : {delete_new_sql, delete_key_sql})
            run(connection, sql, before->data.kind, key.first, key.second, before->number);
    }
    for (const MatchKey& key : keys)
        if (!known.contains(key))
            run(connection, put_new_sql, after.data.kind, key.first, key.second, after.number);
}

void fill_match_keys(Connection& connection) {
    Query row(connection, open_for_match_sql);
    while (row.step()) {
        Case it;
        it.number = row.request();
        const Kind kind = row.name<Kind>();
        auto data = read_stored_document(row.text());
        if (!data) continue;
        it.data = std::move(*data);
        for (const MatchKey& key : match_keys(it))
            run(connection, put_key_sql, kind, key.first, key.second, it.number);
    }
}

bool has_its_match_keys(Connection& connection, const Case& it) {
    for (const MatchKey& key : match_keys(it)) {
        Query row(connection, has_key_sql, it.data.kind, key.first, key.second, it.number);
        if (!row.step()) return false;
    }
    return true;
}

bool many_match_keys_are_new(Connection& connection, int requests) {
    Query row(connection, new_requests_sql);
    row.step();
    return row.maybe_integer().value_or(0) >= requests;
}

void settle_match_keys(Connection& connection) {
    run(connection, settle_sql);
    run(connection, clear_new_sql);
}

void settle_match_keys(Connection& connection, int rows) {
    std::string kind;
    std::string word;
    std::string area;
    std::int64_t request = 0;
    {
        Query last(connection, nth_new_sql, rows - 1);
        if (!last.step()) return settle_match_keys(connection);
        kind = last.text();
        word = last.text();
        area = last.text();
        request = last.integer();
    }
    for (const char* sql : {settle_up_to_sql, clear_up_to_sql})
        run(connection, sql, kind, word, area, request);
}

}  // namespace werktdoord
