#include "store/verify.hpp"

#include <future>

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

// The lines of the journal agree with each other and with nothing else, so they may be of another
// instant than the rest.
struct JournalPart {
    Verified verified;
    Problems problems;
};

JournalPart verify_journal_at(const std::string& path) {
    JournalPart part;
    const std::function<void(const Problem&)> keep = [&](const Problem& problem) {
        part.problems.push_back(problem);
    };
    Findings findings(keep);
    Connection connection(path, Access::read);
    const Connection::Snapshot snapshot(connection);
    verify_journal(connection, findings);
    part.verified = findings.verified;
    return part;
}

}  // namespace

Verified verify_store(Connection& connection, const std::string& path,
                      const std::function<void(const Problem&)>& found) {
    Findings findings(found);
    const Connection::Snapshot snapshot(connection);
    // Of a broken database nothing else can be told for sure.
    if (!verify_database(connection, findings)) return findings.verified;
    std::future<JournalPart> journal;
    if (path.empty())
        verify_journal(connection, findings);
    else
        journal = std::async(std::launch::async, verify_journal_at, path);
    verify_tables(connection, findings);
    verify_requests(connection, findings);
    if (!journal.valid()) return findings.verified;
    const JournalPart part = journal.get();
    for (const Problem& problem : part.problems) findings.tell(problem.where, problem.text);
    findings.verified.lines += part.verified.lines;
    findings.verified.mails += part.verified.mails;
    return findings.verified;
}

}  // namespace werktdoord
