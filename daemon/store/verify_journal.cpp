#include "store/verify_journal.hpp"

#include "codec/journal_chain.hpp"
#include "codec/journal_personal.hpp"
#include "codec/journal_read.hpp"
#include "store/mail_fates.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* whole_journal_sql =
    "SELECT j.seq, j.at, j.event, j.request, j.line, p.personal"
    " FROM journal j LEFT JOIN personal p ON p.seq = j.seq ORDER BY j.seq";

struct Row {
    std::int64_t seq = 0;
    Instant at;
    std::string event;
    std::optional<RequestNumber> request;
    std::string line;
    std::string personal;
};

Row read_row(Query& query) {
    Row row;
    row.seq = query.integer();
    row.at = query.instant();
    row.event = query.text();
    row.request = query.maybe_request();
    row.line = query.text();
    row.personal = query.maybe_text().value_or("");
    return row;
}

// The columns say what the line begins with.
bool columns_fit(const Row& row) {
    std::string begins = "{\"seq\":" + std::to_string(row.seq) + ",\"at\":\"" + to_rfc3339(row.at) +
                         "\",\"event\":\"" + row.event + "\",";
    if (row.request) begins += "\"request\":\"" + row.request->text() + "\",";
    if (!row.line.starts_with(begins)) return false;
    return row.request || row.line.compare(begins.size(), 11, "\"request\":\"") != 0;
}

// Mails that are about no request: digests, alerts to the team.
void follow_mail(MailFates& mails, const Row& row, Findings& findings) {
    if (row.request || !(row.event.starts_with("mail.") || row.event == "digest.queued")) return;
    if (const auto told = read_journal_line(row.line, ""))
        mails.next(row.seq, told->event, findings);
}

}  // namespace

void verify_journal(Connection& connection, Findings& findings) {
    ChainCheck chain;
    MailFates mails;
    Query query(connection, whole_journal_sql);
    while (query.step()) {
        const Row row = read_row(query);
        ++findings.verified.lines;
        const std::string where = "seq " + std::to_string(row.seq);
        if (const auto problem = chain.next(row.line)) findings.tell(problem->where, problem->text);
        if (!columns_fit(row)) findings.tell(where, "its columns say something else than its line");
        for (const Problem& problem : verify_personal(row.line, row.personal))
            findings.tell(where + " " + problem.where, problem.text);
        follow_mail(mails, row, findings);
    }
    mails.compare(connection, findings);
}

}  // namespace werktdoord
