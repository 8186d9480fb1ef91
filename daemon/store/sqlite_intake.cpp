#include "store/sqlite_intake.hpp"

#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* select_key_sql =
    "SELECT body_hash, status, answer FROM idempotency_keys WHERE key = ?";
constexpr const char* insert_key_sql =
    "INSERT INTO idempotency_keys(at, key, body_hash, status, answer) VALUES(?, ?, ?, ?, ?)";
constexpr const char* delete_keys_sql =
    "DELETE FROM idempotency_keys WHERE arrival IN (SELECT arrival FROM"
    " (SELECT arrival, at FROM idempotency_keys ORDER BY arrival LIMIT ?2) WHERE at < ?1)";

constexpr const char* insert_rejected_sql =
    "INSERT INTO rejected(id, at, source, webhook_id, body, problems, state)"
    " VALUES(?, ?, ?, ?, ?, ?, ?)";
// A body may have 256 KiB, so a list goes without.
constexpr const char* select_rejected_sql =
    "SELECT id, at, source, webhook_id, '', problems, state FROM rejected"
    " WHERE id > ?2 AND (?1 IS NULL OR state = ?1) ORDER BY id LIMIT ?3";
constexpr const char* select_rejected_one_sql =
    "SELECT id, at, source, webhook_id, body, problems, state FROM rejected WHERE id = ?";
constexpr const char* select_open_rejected_sql =
    "SELECT max(id) FROM rejected WHERE state = 'open' AND source = ? AND webhook_id = ?";
constexpr const char* was_rejected_sql =
    "SELECT 1 FROM rejected WHERE source = ? AND webhook_id = ? AND body = ? LIMIT 1";
constexpr const char* update_rejected_sql = "UPDATE rejected SET state = ?2 WHERE id = ?1";

RejectedSubmission read_rejected(Query& row) {
    RejectedSubmission it;
    it.id = row.integer();
    it.at = row.instant();
    it.source = row.text();
    it.webhook_id = row.text();
    it.body = row.text();
    it.problems = row.text();
    it.state = row.name<RejectedState>();
    return it;
}

}  // namespace

std::optional<IdempotentAnswer> select_idempotency_key(Connection& connection,
                                                       const std::string& key) {
    Query row(connection, select_key_sql, key);
    if (!row.step()) return std::nullopt;
    IdempotentAnswer answer;
    answer.body_hash = row.text();
    answer.status = row.number();
    answer.answer = row.text();
    return answer;
}

void put_idempotency_key(Connection& connection, const std::string& key,
                         const IdempotentAnswer& answer, Instant now) {
    run(connection, insert_key_sql, now, key, answer.body_hash, answer.status, answer.answer);
}

int delete_idempotency_keys(Connection& connection, Instant older_than, int limit) {
    return run(connection, delete_keys_sql, older_than, limit);
}

void put_rejected(Connection& connection, const RejectedSubmission& it) {
    run(connection, insert_rejected_sql, it.id, it.at, it.source, it.webhook_id, it.body,
        it.problems, it.state);
}

std::vector<RejectedSubmission> select_rejected(Connection& connection,
                                                std::optional<RejectedState> state,
                                                std::int64_t after, int limit) {
    Query row(connection, select_rejected_sql, state, after, limit);
    std::vector<RejectedSubmission> all;
    while (row.step()) all.push_back(read_rejected(row));
    return all;
}

std::optional<RejectedSubmission> select_rejected_one(Connection& connection, std::int64_t id) {
    Query row(connection, select_rejected_one_sql, id);
    if (!row.step()) return std::nullopt;
    return read_rejected(row);
}

std::optional<std::int64_t> select_open_rejected(Connection& connection, const std::string& source,
                                                 const std::string& webhook_id) {
    Query row(Query::Lasting{}, connection, select_open_rejected_sql, source, webhook_id);
    row.step();
    return row.maybe_integer();
}

bool was_rejected(Connection& connection, const std::string& source, const std::string& webhook_id,
                  const std::string& body) {
    return Query(connection, was_rejected_sql, source, webhook_id, body).step();
}

void mark_rejected(Connection& connection, std::int64_t id, RejectedState state) {
    run(connection, update_rejected_sql, id, state);
}

}  // namespace werktdoord
