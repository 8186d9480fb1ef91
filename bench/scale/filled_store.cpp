#include "scale/filled_store.hpp"

#include <map>
#include <vector>

#include "engine/engine.hpp"
#include "intake/engine_rows.hpp"
#include "net/system_salt.hpp"
#include "store/connection.hpp"
#include "store/query.hpp"
#include "store/sqlite_employers.hpp"
#include "store/sqlite_match_keys.hpp"
#include "store/sqlite_store.hpp"
#include "store/sqlite_webhooks.hpp"

namespace werktdoord::bench {

namespace {

constexpr int patterns = 1'000;

// By table: the columns that a copy has to itself, as SQL. :k is the number of the copy, :n the
// distance between two copies of a request, :seq that of their journal lines.
using Changes = std::map<std::string, std::string>;
const std::vector<std::pair<std::string, Changes>> tables{
    {"requests",
     {{"id", "id + :n"},
      {"registered_at", "registered_at + :k"},
      {"employer_kvk", "10000000 + (employer_kvk + :k * 48271) % 90000000"},
      {"employer_email", "substr(employer_email, 1, 9) || :k || '@bedrijf.example'"}}},
    {"documents", {{"request", "request + :n"}}},
    {"request_regions", {{"request", "request + :n"}}},
    {"match_keys_new", {{"request", "request + :n"}}},
    {"referrals", {{"request", "request + :n"}, {"sent_at", "sent_at + :k"}}},
    {"clocks",
     {{"request", "request + :n"},
      {"start", "start + :k"},
      {"warn", "warn + :k"},
      {"due", "due + :k"},
      {"next_at", "next_at + :k"}}},
    {"journal", {{"seq", "seq + :seq"}, {"request", "request + :n"}}},
    {"personal", {{"seq", "seq + :seq"}}},
    {"outbox", {{"id", "id + :seq"}, {"request", "request + :n"}}},
    {"webhooks",
     {{"arrival", "arrival + :n"}, {"request", "request + :n"}, {"id", "id || '-' || :k"}}}};

std::string replaced(std::string text, const std::string& name, std::int64_t value) {
    const auto at = text.find(name);
    return at == std::string::npos ? text : text.replace(at, name.size(), std::to_string(value));
}

std::vector<std::string> columns_of(Connection& connection, const std::string& table) {
    std::vector<std::string> columns;
    Query row(connection, "SELECT name FROM pragma_table_info(?)", table);
    while (row.step()) columns.push_back(row.text());
    return columns;
}

void copy(Connection& connection, int k, std::int64_t lines) {
    for (const auto& [table, changes] : tables) {
        std::string names;
        std::string values;
        for (const std::string& column : columns_of(connection, table)) {
            const auto change = changes.find(column);
            std::string value = change == changes.end() ? column : change->second;
            value = replaced(value, ":n", std::int64_t{k} * patterns);
            value = replaced(value, ":seq", k * lines);
            value = replaced(value, ":k", k);
            names += (names.empty() ? "" : ", ") + column;
            values += (values.empty() ? "" : ", ") + value;
        }
        // Only what the engine wrote: copies are not copied again.
        const std::string of_patterns = table == "requests"   ? "id % 10000000 <= 1000"
                                        : table == "personal" ? "seq <= " + std::to_string(lines)
                                        : table == "journal" || table == "outbox"
                                            ? (table == "journal" ? "seq" : "id") +
                                                  (" <= " + std::to_string(lines)) +
                                                  " AND request IS NOT NULL"
                                            : "request % 10000000 <= 1000";
        connection.run_script(("INSERT INTO " + table + "(" + names + ") SELECT " + values +
                               " FROM " + table + " WHERE " + of_patterns)
                                  .c_str());
    }
}

void record(Engine& engine, const RequestNumber& number, EventName name) {
    RecordEvent command{number, {}};
    command.draft.name = name;
    command.draft.request = number;
    command.draft.by = engine.rules().roster.team.begin()->first.text();
    engine.record(command, std::nullopt, filled_at());
}

// The last line of the journal.
std::int64_t write_patterns(const std::string& path, const RulesPtr& rules) {
    SystemSalts salts;
    const auto store = open_store(path, salts);
    Engine engine(*store, rules);
    store->transaction([&] { engine.take_rules(rules, filled_at()); });
    for (int first = 0; first < patterns; first += 100)
        store->transaction([&] {
            for (int n = first; n < first + 100; ++n) {
                const Reply reply =
                    engine.submit(submission(static_cast<std::uint64_t>(n)), filled_at());
                record(engine, *reply.request, EventName::request_taken_up);
                record(engine, *reply.request, EventName::request_referred);
            }
            engine.recorder().take();
        });
    return store->journal(0, 1'000'000, std::nullopt).back().seq;
}

}  // namespace

Instant filled_at() {
    return parse_rfc3339("2026-11-23T09:12:00+01:00").value();
}

void make_filled_store(const std::string& path, int requests, const RulesPtr& rules) {
    const std::int64_t lines = write_patterns(path, rules);
    Connection connection(path, Access::write);
    connection.run_script("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;");
    for (int k = 1; k < requests / patterns; ++k)
        connection.transaction([&] { copy(connection, k, lines); });
    connection.run_script(("UPDATE numbers SET last = " + std::to_string(requests) +
                           ";"
                           "INSERT OR REPLACE INTO tallies SELECT 'journal.sent', region, count(*)"
                           " FROM referrals GROUP BY region;")
                              .c_str());
    connection.transaction([&] {
        connection.run_script(
            "DELETE FROM webhook_fingerprints; DELETE FROM employer_fingerprints;");
        fill_webhook_fingerprints(connection);
        fill_employer_fingerprints(connection);
        settle_match_keys(connection);
    });
    connection.run_script("PRAGMA wal_checkpoint(TRUNCATE);");
}

}  // namespace werktdoord::bench
