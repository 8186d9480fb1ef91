#include "store/verify_requests.hpp"

#include <limits>

#include "codec/replay.hpp"
#include "core/countable.hpp"
#include "store/json_list.hpp"
#include "store/mail_fates.hpp"
#include "store/query.hpp"
#include "store/sqlite_case_base.hpp"
#include "store/sqlite_cases.hpp"
#include "store/sqlite_employers.hpp"
#include "store/sqlite_journal.hpp"
#include "store/sqlite_match_keys.hpp"

namespace werktdoord {
namespace {

constexpr const char* ids_sql = "SELECT id FROM requests ORDER BY id";
constexpr const char* forgotten_sql = "SELECT forgotten FROM requests WHERE id = ?";
constexpr const char* columns_sql =
    "SELECT headcount, sector, occupation, employer_name, employer_kvk, employer_email, policy,"
    " unplaced, regions, lead, themes FROM requests WHERE id = ?";

constexpr int whole = std::numeric_limits<int>::max();

bool is_forgotten(Connection& connection, const RequestNumber& number) {
    Query row(connection, forgotten_sql, number);
    return row.step() && row.truth();
}

// What a person wrote is gone only where it was forgotten: with this request, or with the one that
// it was introduced to.
void verify_erased(Connection& connection, Findings& findings, const Case& stored, std::int64_t seq,
                   const JournalEvent& told) {
    if (!told.erased || stored.forgotten) return;
    if (told.event.with && is_forgotten(connection, *told.event.with)) return;
    findings.tell("seq " + std::to_string(seq),
                  "a personal text is gone, but " + stored.number.text() + " was not forgotten");
}

// The columns that lists, duplicates and reports look at.
void verify_columns(Connection& connection, Findings& findings, const Case& stored) {
    Query row(connection, columns_sql, stored.number);
    row.step();
    const auto same = [&](const char* column, bool fits) {
        if (!fits)
            findings.tell(stored.number.text() + " " + column, "is not that of its document");
    };
    const RequestData& data = stored.data;
    same("headcount", row.number() == data.headcount);
    same("sector", row.text() == data.sector);
    same("occupation", row.text() == data.occupation);
    same("employer_name", row.text() == data.employer.name);
    same("employer_kvk", row.text() == data.employer.kvk_number);
    same("employer_email", row.text() == data.employer.contact.email);
    same("policy", row.text() == stored.route.policy);
    same("unplaced", row.truth() == is_unplaced(stored));
    same("regions", row.text() == regions_text(stored));
    // A store of schema 1 kept none: it gets one with its next change.
    const std::string lead = row.text();
    same("lead", lead.empty() || lead == lead_text(stored));
    same("themes", countable_themes(read_texts(row.text())) == countable_themes(data.themes));
}

// What matching, duplicates and the case base find it by.
void verify_looked_up(Connection& connection, Findings& findings, const Case& stored) {
    if (!has_its_match_keys(connection, stored))
        findings.tell(stored.number.text(), "is not found by matching under all of its words");
    if (!has_its_employer_fingerprints(connection, stored))
        findings.tell(stored.number.text(), "is not found by its employer");
    if (!is_as_in_case_base(connection, stored))
        findings.tell(stored.number.text(), "is not in the case base as it was closed");
}

void verify_request(Connection& connection, Findings& findings, const Case& stored) {
    Replay replay;
    MailFates mails;
    for (const JournalLine& line : select_journal(connection, 0, whole, stored.number)) {
        const auto told = read_journal_line(line.line, line.personal);
        if (!told) {
            for (const Problem& problem : told.error())
                findings.tell("seq " + std::to_string(line.seq) + " " + problem.where,
                              problem.text);
            continue;
        }
        verify_erased(connection, findings, stored, line.seq, *told);
        replay.next(*told);
        mails.next(line.seq, told->event, findings);
    }
    for (const Problem& problem : replay.differences(stored))
        findings.tell(stored.number.text() + " " + problem.where, problem.text);
    verify_columns(connection, findings, stored);
    verify_looked_up(connection, findings, stored);
    mails.compare(connection, findings);
}

}  // namespace

void verify_requests(Connection& connection, Findings& findings) {
    Query ids(connection, ids_sql);
    while (ids.step()) {
        const RequestNumber number = ids.request();
        ++findings.verified.requests;
        try {
            if (const auto stored = load_case(connection, number))
                verify_request(connection, findings, *stored);
        } catch (const StoreFault& fault) {
            if (fault.retry) throw;
            findings.tell(number.text(), fault.what());
        }
    }
}

}  // namespace werktdoord
