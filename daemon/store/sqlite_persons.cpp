#include "store/sqlite_persons.hpp"

#include <map>

#include "codec/json_write.hpp"
#include "store/query.hpp"
#include "store/setting_names.hpp"
#include "store/sqlite_intake.hpp"
#include "store/sqlite_outbox.hpp"

namespace werktdoord {
namespace {

// Whatever names a person is looked for in whole tables: it is asked seldom, and an index of it
// would be one more place to erase.
constexpr const char* requests_of_person_sql =
    "SELECT id FROM requests WHERE employer_email = ?1 UNION SELECT j.request FROM personal p"
    " JOIN journal j ON j.seq = p.seq WHERE j.event IN ('request.registered', 'request.amended')"
    " AND names(p.personal, ?2) ORDER BY 1";
constexpr const char* lines_about_sql =
    "SELECT j.seq, j.line, p.personal FROM journal j JOIN personal p ON p.seq = j.seq"
    " WHERE j.request = ?";
constexpr const char* lines_naming_sql =
    "SELECT j.seq, j.line, p.personal FROM personal p JOIN journal j ON j.seq = p.seq"
    " WHERE names(p.personal, ?)";
constexpr const char* mails_sql =
    "SELECT id FROM outbox WHERE lower_letters(address) = lower_letters(?1)"
    " OR (facts <> '{}' AND names(facts, ?2)) ORDER BY id";
constexpr const char* rejected_naming_sql =
    "SELECT id FROM rejected WHERE names(body, ?1)"
    " OR names(body, ?2) ORDER BY id";
constexpr const char* rules_sql =
    "SELECT r.name FROM settings s JOIN rules r ON r.hash = s.value"
    " JOIN rules_files f ON f.hash = r.file"
    " WHERE s.name = '" SETTING_RULES_IN_FORCE "' AND names(f.text, ?) ORDER BY r.position";

// By the indexes of these states: the mails that were sent are many more.
#define ABOUT \
    " AND (request = ?1 OR EXISTS (SELECT 1 FROM json_each(?2) t WHERE names(facts, t.value)))"
constexpr const char* mails_to_come_sql =
    "SELECT id FROM outbox INDEXED BY outbox_waiting WHERE state = 'waiting'" ABOUT
    " UNION SELECT id FROM outbox INDEXED BY outbox_parked WHERE state = 'parked'" ABOUT
    " ORDER BY 1";
constexpr const char* rejected_of_sql =
    "SELECT d.id FROM rejected d WHERE d.state <> 'open' AND d.body <> ''"
    " AND ((d.source, d.webhook_id) IN (SELECT w.source, w.id FROM webhooks w WHERE w.request = ?1)"
    " OR EXISTS (SELECT 1 FROM json_each(?2) t WHERE names(d.body, t.value)))"
    " ORDER BY d.id";

constexpr const char* delete_personal_sql =
    "DELETE FROM personal WHERE seq IN (SELECT seq FROM journal WHERE request = ?)";
// An introduction is told of both requests, in the same words.
constexpr const char* delete_introduced_sql =
    "DELETE FROM personal WHERE seq IN (SELECT j.seq FROM introductions i"
    " JOIN journal j ON j.request = i.with_request"
    " WHERE i.request = ?1 AND instr(j.line, '\"with\":\"' || ?2 || '\"') > 0)";
constexpr const char* empty_mails_sql =
    "UPDATE outbox SET name = '', address = '', facts = '{}', last_error = ''"
    " WHERE id IN (SELECT seq FROM journal WHERE request = ?)";
constexpr const char* update_webhooks_sql = "UPDATE webhooks SET answer = ?2 WHERE request = ?1";
// A repeat stays harmless: the key is kept. Another request's answer that names this one goes
// whole.
constexpr const char* update_keys_about_sql =
    "UPDATE idempotency_keys SET answer ="
    " CASE WHEN answer LIKE '{\"request\":\"' || ?1 || '\"%' THEN ?2 ELSE '{}' END"
    " WHERE names(answer, ?1)";

constexpr const char* empty_rejected_sql =
    "UPDATE rejected SET body = '', problems = '' WHERE id = ?";
constexpr const char* delete_personal_of_rejected_sql =
    "DELETE FROM personal WHERE seq = ?1 OR seq IN (SELECT seq FROM journal WHERE seq > ?1"
    " AND event = 'request.set_aside' AND instr(line, '\"rejected\":' || ?1 || ',') > 0)";

// As it stands inside a JSON string.
std::string in_json(const std::string& text) {
    std::string quoted;
    write_json_string(quoted, text);
    return quoted.substr(1, quoted.size() - 2);
}

std::string json_list(const std::vector<std::string>& texts) {
    std::string list = "[";
    for (const std::string& text : texts) {
        if (list.size() > 1) list += ',';
        write_json_string(list, in_json(text));
    }
    return list + ']';
}

std::vector<std::int64_t> read_ids(Query& row) {
    std::vector<std::int64_t> ids;
    while (row.step()) ids.push_back(row.integer());
    return ids;
}

void read_lines(Query& row, std::map<std::int64_t, JournalLine>& lines) {
    while (row.step()) {
        JournalLine line;
        line.seq = row.integer();
        line.line = row.text();
        line.personal = row.text();
        lines.emplace(line.seq, std::move(line));
    }
}

std::vector<OutboxMail> mails_of(Connection& connection, const std::vector<std::int64_t>& ids) {
    std::vector<OutboxMail> mails;
    for (const std::int64_t id : ids) mails.push_back(select_mail(connection, id).value());
    return mails;
}

}  // namespace

HeldOn select_held_on(Connection& connection, const std::string& email) {
    HeldOn held;
    if (email.empty()) return held;
    const Connection::Snapshot snapshot(connection);
    Query requests(connection, requests_of_person_sql, email, in_json(email));
    while (requests.step()) held.requests.push_back(requests.request());

    std::map<std::int64_t, JournalLine> lines;
    Query naming(connection, lines_naming_sql, in_json(email));
    read_lines(naming, lines);
    for (const RequestNumber& number : held.requests) {
        Query of_request(connection, lines_about_sql, number);
        read_lines(of_request, lines);
    }
    for (auto& [seq, line] : lines) held.lines.push_back(std::move(line));

    Query mails(connection, mails_sql, email, in_json(email));
    held.mails = mails_of(connection, read_ids(mails));
    Query rejected(connection, rejected_naming_sql, email, in_json(email));
    for (const std::int64_t id : read_ids(rejected))
        held.rejected.push_back(select_rejected_one(connection, id).value());
    Query rules(connection, rules_sql, email);
    while (rules.step()) held.rules.push_back(rules.text());
    return held;
}

std::vector<OutboxMail> select_mails_to_come(Connection& connection, const RequestNumber& number,
                                             const std::vector<std::string>& texts) {
    Query row(connection, mails_to_come_sql, number, json_list(texts));
    return mails_of(connection, read_ids(row));
}

std::vector<std::int64_t> select_rejected_of(Connection& connection, const RequestNumber& number,
                                             const std::vector<std::string>& texts) {
    Query row(connection, rejected_of_sql, number, json_list(texts));
    return read_ids(row);
}

void delete_personal(Connection& connection, const RequestNumber& number,
                     const std::string& answer) {
    run(connection, delete_personal_sql, number);
    run(connection, delete_introduced_sql, number, number.text());
    run(connection, empty_mails_sql, number);
    run(connection, update_webhooks_sql, number, answer);
    run(connection, update_keys_about_sql, number.text(), answer);
}

void empty_rejected(Connection& connection, std::int64_t id) {
    run(connection, empty_rejected_sql, id);
    run(connection, delete_personal_of_rejected_sql, id);
}

}  // namespace werktdoord
