#include "store/sqlite_journal.hpp"

#include <chrono>

#include "codec/journal_chain.hpp"
#include "store/query.hpp"
#include "store/sqlite_digests.hpp"
#include "store/sqlite_outbox.hpp"

namespace werktdoord {
namespace {

// A line ends in its hash, 64 digits, and `"}`.
constexpr const char* head_sql =
    "SELECT seq, substr(line, -66, 64) FROM journal ORDER BY seq DESC LIMIT 1";
constexpr const char* last_at_sql = "SELECT at FROM journal ORDER BY seq DESC LIMIT 1";
constexpr const char* insert_line_sql =
    "INSERT INTO journal(seq, at, event, request, line) VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_personal_sql = "INSERT INTO personal(seq, personal) VALUES(?, ?)";

constexpr const char* tally_sql =
    "INSERT INTO tallies VALUES(?, ?, 1) ON CONFLICT(name, region) DO UPDATE SET count = count + 1";

constexpr const char* insert_told_later_sql =
    "INSERT OR IGNORE INTO told_later(recorded_at, request, region, ended_at) VALUES(?, ?, ?, ?)";
constexpr const char* prune_told_later_sql = "DELETE FROM told_later WHERE recorded_at < ?";
// No digest looks further back; a daemon that was down for longer has other things to tell.
constexpr std::chrono::days told_later_kept{60};

constexpr const char* lines_sql =
    "SELECT j.seq, j.line, p.personal FROM journal j LEFT JOIN personal p ON p.seq = j.seq"
    " WHERE j.seq > ? ORDER BY j.seq LIMIT ?";
constexpr const char* lines_of_request_sql =
    "SELECT j.seq, j.line, p.personal FROM journal j LEFT JOIN personal p ON p.seq = j.seq"
    " WHERE j.request = ?3 AND j.seq > ?1 ORDER BY j.seq LIMIT ?2";

// What the law of conservation takes from the journal.
void tally(Connection& connection, const Event& event) {
    if (event.name == EventName::request_rejected)
        run(connection, tally_sql, "journal.rejected", "");
    if (event.name == EventName::referral_sent)
        run(connection, tally_sql, "journal.sent", event.region.value_or(RegionKey()));
}

bool ends_something(EventName event) {
    return event == EventName::request_closed || event == EventName::referral_declined ||
           event == EventName::referral_reported_back;
}

// Digests find what began and ended by when it did; what is told later they find here.
void note_told_later(Connection& connection, const Event& event) {
    if (!event.happened_at || *event.happened_at >= event.at) return;
    const bool sent = event.name == EventName::referral_sent;
    if (!sent && !ends_something(event.name)) return;
    const std::string region = event.region.value_or(RegionKey()).text();
    run(connection, insert_told_later_sql, event.at, event.request,
        sent ? sent_told_later + region : region, *event.happened_at);
    run(connection, prune_told_later_sql, event.at - told_later_kept);
}

}  // namespace

ChainHead select_chain_head(Connection& connection) {
    Query row(connection, head_sql);
    if (!row.step()) return {0, first_chain_hash()};
    ChainHead head;
    head.seq = row.integer();
    head.hash = row.text();
    return head;
}

std::optional<Instant> select_last_journalled(Connection& connection) {
    Query row(connection, last_at_sql);
    if (!row.step()) return std::nullopt;
    return row.instant();
}

JournalLine append_event(Connection& connection, ChainHead& head, const Event& event,
                         SaltSource& salts) {
    const std::int64_t seq = head.seq + 1;
    const JournalText text = journal_line(seq, event, salts);
    std::string hash = chain_hash(head.hash, text.line);
    JournalLine line{seq, with_hash(text.line, hash), text.personal};
    run(connection, insert_line_sql, seq, event.at, event.name, event.request, line.line);
    if (!line.personal.empty()) run(connection, insert_personal_sql, seq, line.personal);
    tally(connection, event);
    note_told_later(connection, event);
    if (event.name == EventName::mail_joined)
        join_mail(connection, event);
    else if (event.letter)
        put_mail(connection, seq, event);
    head = {seq, std::move(hash)};
    return line;
}

std::vector<JournalLine> select_journal(Connection& connection, std::int64_t since, int limit,
                                        const std::optional<RequestNumber>& request) {
    Query row(connection, request ? lines_of_request_sql : lines_sql, since, limit);
    if (request) row.add(*request);
    std::vector<JournalLine> lines;
    while (row.step()) {
        JournalLine& line = lines.emplace_back();
        line.seq = row.integer();
        line.line = row.text();
        line.personal = row.maybe_text().value_or("");
    }
    return lines;
}

}  // namespace werktdoord
