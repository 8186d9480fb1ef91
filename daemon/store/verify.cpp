#include "store/verify.hpp"

#include "store/query.hpp"
#include "store/verify_journal.hpp"
#include "store/verify_requests.hpp"
#include "store/verify_tables.hpp"

namespace werktdoord {
namespace {

// SQLite's own check of pages, indexes and constraints.
bool verify_database(Connection& connection, Findings& findings) {
    const std::int64_t before = findings.verified.problems;
    Query pages(connection, "PRAGMA integrity_check(100)");
    while (pages.step()) {
        const std::string told = pages.text();
        if (told != "ok") findings.tell("database", told);
    }
    Query keys(connection, "PRAGMA foreign_key_check");
    while (keys.step()) {
        const std::string table = keys.text();
        findings.tell("database", table + ": a row belongs to nothing");
    }
    return findings.verified.problems == before;
}

}  // namespace

Verified verify_store(Connection& connection, const std::function<void(const Problem&)>& found) {
    Findings findings(found);
    const Connection::Snapshot snapshot(connection);
    // Of a broken database nothing else can be told for sure.
    if (!verify_database(connection, findings)) return findings.verified;
    verify_tables(connection, findings);
    verify_journal(connection, findings);
    verify_requests(connection, findings);
    return findings.verified;
}

}  // namespace werktdoord
