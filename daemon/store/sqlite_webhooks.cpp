#include "store/sqlite_webhooks.hpp"

#include "codec/journal_personal.hpp"
#include "store/fingerprint.hpp"
#include "store/fingerprint_parts.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

// Newest first: who sends twice does so soon.
constexpr const char* select_sql =
    PARTS_OF("webhook_fingerprints")
    "SELECT w.arrival, w.body_hash, w.request, w.answer FROM parts"
    " CROSS JOIN webhook_fingerprints f ON f.part = parts.part AND f.fingerprint = ?1"
    " CROSS JOIN webhooks w ON w.arrival = f.arrival WHERE w.source = ?2 AND w.id = ?3 LIMIT 1";
constexpr const char* insert_webhook_sql =
    "INSERT INTO webhooks(at, source, id, body_hash, request, answer) VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* delete_webhook_sql = "DELETE FROM webhooks WHERE arrival = ?";

constexpr const char* insert_fingerprint_sql =
    "INSERT INTO webhook_fingerprints(part, fingerprint, arrival) VALUES(?, ?, ?)";
constexpr const char* delete_fingerprint_sql =
    "DELETE FROM webhook_fingerprints WHERE part = ? AND fingerprint = ? AND arrival = ?";
constexpr const char* has_fingerprint_sql =
    "SELECT 1 FROM webhook_fingerprints WHERE part = ? AND fingerprint = ? AND arrival = ?";
constexpr const char* all_webhooks_sql = "SELECT arrival, source, id FROM webhooks";

// The oldest arrivals are looked at and no others: an index on `at` would cost every submission.
constexpr const char* delete_oldest_sql =
    "DELETE FROM webhooks WHERE arrival IN (SELECT arrival FROM"
    " (SELECT arrival, at FROM webhooks ORDER BY arrival LIMIT ?2) WHERE at < ?1)";
constexpr const char* oldest_sql = "SELECT min(arrival) FROM webhooks";
constexpr const char* delete_parts_sql = "DELETE FROM webhook_fingerprints WHERE part < ?";
constexpr const char* delete_all_fingerprints_sql = "DELETE FROM webhook_fingerprints";

// Stands in a stored answer where the data of the request are: JSON has no such character.
constexpr char data_mark = '\x01';

// The first line of a request is its request.registered.
constexpr const char* registered_sql =
    "SELECT p.personal FROM journal j JOIN personal p ON p.seq = j.seq WHERE j.request = ?"
    " ORDER BY j.seq LIMIT 1";

std::string without_data(const SeenWebhook& seen) {
    const auto at = seen.data.empty() ? std::string::npos : seen.answer.find(seen.data);
    if (at == std::string::npos) return seen.answer;
    return std::string(seen.answer).replace(at, seen.data.size(), 1, data_mark);
}

std::string with_data(Connection& connection, const SeenWebhook& seen) {
    const auto mark = seen.answer.find(data_mark);
    if (mark == std::string::npos || !seen.request) return seen.answer;
    Query row(connection, registered_sql, *seen.request);
    const auto data = row.step() ? text_of_personal(row.text(), "data") : std::nullopt;
    if (!data) throw StoreFault("store: the data of " + seen.request->text() + " are gone", false);
    return std::string(seen.answer).replace(mark, 1, *data);
}

std::int64_t fingerprint_of(const std::string& source, const std::string& id) {
    return fingerprint({"webhook", source, id});
}

struct KeptWebhook {
    std::int64_t arrival = 0;
    SeenWebhook seen;
};

// `print` is that of source and id.
std::optional<KeptWebhook> find(Connection& connection, KnownFingerprints& known,
                                std::int64_t print, const std::string& source,
                                const std::string& id) {
    if (!known.may_be_stored(print)) return std::nullopt;
    Query row(Query::Lasting{}, connection, select_sql, print, source, id);
    if (!row.step()) return std::nullopt;
    KeptWebhook kept;
    kept.arrival = row.integer();
    kept.seen.body_hash = row.text();
    kept.seen.request = row.maybe_request();
    kept.seen.answer = row.text();
    return kept;
}

// Each arrival that is kept, with its fingerprint.
template <class Tell>
void walk(Connection& connection, const Tell& tell) {
    Query row(connection, all_webhooks_sql);
    while (row.step()) {
        const std::int64_t arrival = row.integer();
        const std::string source = row.text();
        tell(arrival, fingerprint_of(source, row.text()));
    }
}

}  // namespace

std::optional<SeenWebhook> select_webhook(Connection& connection, KnownFingerprints& known,
                                          const std::string& source, const std::string& id) {
    auto kept = find(connection, known, fingerprint_of(source, id), source, id);
    if (!kept) return std::nullopt;
    kept->seen.answer = with_data(connection, kept->seen);
    return std::move(kept->seen);
}

// A rejected submission may come again mended under its id: that is a new arrival.
void put_webhook(Connection& connection, KnownFingerprints& known, const std::string& source,
                 const std::string& id, const SeenWebhook& seen, Instant now) {
    const std::int64_t print = fingerprint_of(source, id);
    if (const auto earlier = find(connection, known, print, source, id)) {
        run(connection, delete_webhook_sql, earlier->arrival);
        run(connection, delete_fingerprint_sql, fingerprint_part(earlier->arrival), print,
            earlier->arrival);
    }
    run(connection, insert_webhook_sql, now, source, id, seen.body_hash, seen.request,
        without_data(seen));
    const std::int64_t arrival = connection.last_row();
    run(connection, insert_fingerprint_sql, fingerprint_part(arrival), print, arrival);
    known.add(print);
}

int delete_webhooks(Connection& connection, Instant older_than, int limit) {
    const int deleted = run(connection, delete_oldest_sql, older_than, limit);
    if (deleted == 0) return 0;
    Query row(connection, oldest_sql);
    row.step();
    if (const auto oldest = row.maybe_integer())
        run(connection, delete_parts_sql, fingerprint_part(*oldest));
    else
        run(connection, delete_all_fingerprints_sql);
    return deleted;
}

void fill_webhook_fingerprints(Connection& connection) {
    walk(connection, [&](std::int64_t arrival, std::int64_t print) {
        run(connection, insert_fingerprint_sql, fingerprint_part(arrival), print, arrival);
    });
}

void find_lost_webhooks(Connection& connection, const std::function<void(std::int64_t)>& tell) {
    walk(connection, [&](std::int64_t arrival, std::int64_t print) {
        Query has(connection, has_fingerprint_sql, fingerprint_part(arrival), print, arrival);
        if (!has.step()) tell(arrival);
    });
}

}  // namespace werktdoord
