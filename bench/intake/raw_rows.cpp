#include "intake/raw_rows.hpp"

#include <sqlite3.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

#include "net/system_salt.hpp"
#include "store/connection.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord::bench {

namespace {

// Where a table's rows are read, and in which order they came. Keys of matches are read where the
// daemon put them in order, and written as it took them in.
struct Source {
    const char* table;
    const char* read;
    const char* order;
};
constexpr std::array<Source, 12> sources{{
    {"requests", "requests", "id"},
    {"documents", "documents", "request"},
    {"request_regions", "request_regions", "request"},
    {"referrals", "referrals", "request"},
    {"clocks", "clocks", "request"},
    {"journal", "journal", "seq"},
    {"personal", "personal", "seq"},
    {"outbox", "outbox", "id"},
    {"webhooks", "webhooks", "arrival"},
    {"webhook_fingerprints", "webhook_fingerprints", "arrival"},
    {"match_keys_new",
     "(SELECT request, kind, word, area FROM match_keys"
     " UNION ALL SELECT request, kind, word, area FROM match_keys_new)",
     "request"},
    {"employer_fingerprints", "employer_fingerprints", "request"},
}};

// As the daemon puts them in order while it is busy, by the requests that came since.
constexpr int settled_every = 4096;
constexpr const char* settle =
    "BEGIN IMMEDIATE; INSERT INTO match_keys(kind, word, area, request)"
    " SELECT kind, word, area, request FROM match_keys_new ORDER BY 1, 2, 3, 4;"
    " DELETE FROM match_keys_new; COMMIT";

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;
using Value = std::unique_ptr<sqlite3_value, Close>;

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(database));
}

Database open(const std::string& path) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open(path.c_str(), &raw);
    Database database(raw);
    check(code, raw);
    return database;
}

Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    check(sqlite3_prepare_v2(database, sql.c_str(), -1, &raw, nullptr), database);
    return Statement(raw);
}

using Row = std::vector<Value>;

struct Table {
    std::string insert;
    std::vector<Row> rows;  // as they were written
};

// Columns that SQLite generates are not read by `*`-less inserts, so they are named.
std::vector<std::string> columns_of(sqlite3* database, const std::string& table) {
    std::vector<std::string> columns;
    const Statement info = prepare(database, "PRAGMA table_info(" + table + ")");
    while (sqlite3_step(info.get()) == SQLITE_ROW)
        columns.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(info.get(), 1)));
    return columns;
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
    return text;
}

Table read_table(sqlite3* database, const Source& source) {
    const std::string name = source.table;
    const std::vector<std::string> columns = columns_of(database, name);
    Table table;
    table.insert = "INSERT INTO " + name + "(" + listed(columns) + ") VALUES(" +
                   listed(std::vector<std::string>(columns.size(), "?")) + ")";
    const Statement all = prepare(database, "SELECT " + listed(columns) + " FROM " + source.read +
                                                " ORDER BY " + source.order);
    while (sqlite3_step(all.get()) == SQLITE_ROW) {
        Row row;
        for (int i = 0; i < static_cast<int>(columns.size()); ++i)
            row.emplace_back(sqlite3_value_dup(sqlite3_column_value(all.get(), i)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

void put(sqlite3* database, sqlite3_stmt* statement, const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
        sqlite3_bind_value(statement, static_cast<int>(i) + 1, row[i].get());
    check(sqlite3_step(statement), database);
    sqlite3_reset(statement);
}

void run(sqlite3* database, const char* sql) {
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

// The rows that belong to the first requests: rows came in the order of requests.
std::size_t share(std::size_t rows, int requests, int all) {
    return rows * static_cast<std::size_t>(requests) / static_cast<std::size_t>(all);
}

}  // namespace

Batches even_batches(int requests, int per_commit) {
    Batches batches(static_cast<std::size_t>(requests / per_commit), per_commit);
    if (requests % per_commit > 0) batches.push_back(requests % per_commit);
    return batches;
}

Batches batches_of(const std::string& source) {
    const Database from = open(source);
    const Statement counts = prepare(
        from.get(), "SELECT count(*) FROM requests GROUP BY registered_at ORDER BY registered_at");
    Batches batches;
    while (sqlite3_step(counts.get()) == SQLITE_ROW)
        batches.push_back(sqlite3_column_int(counts.get(), 0));
    return batches;
}

Written write_raw_rows(const std::string& source, const std::string& target,
                       const Batches& batches) {
    std::vector<Table> all;
    const Database from = open(source);
    for (const Source& one : sources) all.push_back(read_table(from.get(), one));

    {
        SystemSalts salts;
        open_store(target, salts);  // makes the tables
    }
    const Database to = open(target);
    run(to.get(), write_settings());
    run(to.get(), "PRAGMA wal_autocheckpoint = 1000");  // as the writing thread while it is busy
    run(to.get(), "PRAGMA foreign_keys = OFF");
    std::vector<Statement> statements;
    for (const Table& table : all) statements.push_back(prepare(to.get(), table.insert));

    Written written;
    written.requests = static_cast<int>(all.front().rows.size());
    const auto size_before = std::filesystem::file_size(target);
    int done = 0;
    for (const int batch : batches) {
        const auto begin = std::chrono::steady_clock::now();
        run(to.get(), "BEGIN IMMEDIATE");
        for (std::size_t t = 0; t < all.size(); ++t)
            for (std::size_t row = share(all[t].rows.size(), done, written.requests);
                 row < share(all[t].rows.size(), done + batch, written.requests); ++row)
                put(to.get(), statements[t].get(), all[t].rows[row]);
        run(to.get(), "COMMIT");
        done += batch;
        if (done / settled_every > (done - batch) / settled_every) run(to.get(), settle);
        written.seconds +=
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    run(to.get(), "PRAGMA wal_checkpoint(TRUNCATE)");
    written.bytes = static_cast<double>(std::filesystem::file_size(target) - size_before);
    return written;
}

}  // namespace werktdoord::bench
