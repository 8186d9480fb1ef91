#include "store/sqlite_outbox.hpp"

#include <limits>
#include <stdexcept>

#include "codec/facts_json.hpp"
#include "core/status_mail.hpp"
#include "store/query.hpp"

namespace werktdoord {
namespace {

#define COLUMNS                                                                                 \
    "SELECT id, queued_at, request, region, wsp, template, role, key, name, address, clock,"    \
    " step, referral, facts, next_attempt, state, attempts, last_error, first_failure, joined " \
    "FROM "                                                                                     \
    "outbox "

constexpr const char* select_any = COLUMNS "WHERE id < ? ORDER BY id DESC LIMIT ?";
constexpr const char* select_waiting =
    COLUMNS "WHERE state = 'waiting' AND id < ? ORDER BY id DESC LIMIT ?";
constexpr const char* select_parked =
    COLUMNS "WHERE state = 'parked' AND id < ? ORDER BY id DESC LIMIT ?";
constexpr const char* select_parked_first = COLUMNS "WHERE state = 'parked' ORDER BY id LIMIT ?";
constexpr const char* count_desk =
    "SELECT (SELECT count(*) FROM outbox WHERE state = 'parked'),"
    " (SELECT count(*) FROM rejected WHERE state = 'open')";
constexpr const char* count_waiting =
    "SELECT count(*), count(CASE WHEN next_attempt <= ? OR last_error <> '' THEN 1 END) FROM"
    " (SELECT next_attempt, last_error FROM outbox WHERE state = 'waiting' LIMIT ?)";
constexpr const char* select_state =
    COLUMNS "WHERE id < ?1 AND state = ?3 ORDER BY id DESC LIMIT ?2";
constexpr const char* select_one = COLUMNS "WHERE id = ?";
constexpr const char* due_mails_sql =
    COLUMNS "WHERE state = 'waiting' AND next_attempt <= ? ORDER BY next_attempt, id LIMIT ?";

constexpr const char* dated_after_sql = COLUMNS
    "WHERE state = 'waiting' AND next_attempt > ?1 AND queued_at > ?1"
    " ORDER BY next_attempt LIMIT ?2";

constexpr const char* insert_mail =
    "INSERT INTO outbox(id, queued_at, request, region, wsp, template, role, key, name, address,"
    " clock, step, referral, facts, next_attempt, state, attempts, last_error)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, '')";

constexpr const char* select_waiting_status =
    "SELECT max(id) FROM outbox WHERE state = 'waiting' AND template = 'status' AND request = ?";
constexpr const char* update_joined =
    "UPDATE outbox SET name = ?2, address = ?3, facts = ?4, next_attempt = ?5, joined = joined + 1"
    " WHERE id = ?1";

constexpr const char* select_next = "SELECT min(next_attempt) FROM outbox WHERE state = 'waiting'";

// What a mail said is personal and not kept longer than it is needed to send it.
constexpr const char* update_sent =
    "UPDATE outbox SET state = 'sent', sent_at = ?2, facts = '{}' WHERE id = ?1";
constexpr const char* update_dropped =
    "UPDATE outbox SET state = 'dropped', facts = '{}' WHERE id = ?";
constexpr const char* update_parked =
    "UPDATE outbox SET state = 'parked', last_error = ?2 WHERE id = ?1";
constexpr const char* update_retry =
    "UPDATE outbox SET next_attempt = ?2, last_error = ?3 WHERE id = ?1";
constexpr const char* update_counted_retry =
    "UPDATE outbox SET next_attempt = ?2, last_error = ?3, attempts = attempts + 1,"
    " first_failure = coalesce(first_failure, ?4) WHERE id = ?1";
constexpr const char* update_again =
    "UPDATE outbox SET state = 'waiting', next_attempt = ?2, attempts = 0, last_error = '',"
    " first_failure = NULL, name = ?3, address = ?4 WHERE id = ?1";

OutboxMail read_mail(Query& row) {
    OutboxMail mail;
    mail.id = row.integer();
    mail.queued_at = row.instant();
    mail.request = row.maybe_request();
    mail.region = row.maybe_key<RegionKey>();
    mail.wsp = row.maybe_key<WspKey>();
    const std::string kind = row.text();
    mail.kind = find_name<MailKind>(kind);
    if (!mail.kind) mail.unknown_kind = kind;  // others must not wait for it
    mail.to.role = row.name<Role>();
    mail.to.key = row.text();
    mail.to.name = row.text();
    mail.to.address = row.text();
    mail.clock = row.maybe_name<ClockName>();
    const std::string step = row.text();
    mail.step = find_name<AlertStep>(step);
    mail.referral = row.number();
    auto facts = facts_from_json(row.text());
    mail.unreadable = !facts || (!step.empty() && !mail.step);  // others must not wait for it
    if (facts) mail.facts = std::move(*facts);
    mail.next_attempt = row.instant();
    mail.state = row.name<MailState>();
    mail.attempts = row.number();
    mail.last_error = row.text();
    mail.first_failure = row.maybe_instant();
    mail.joined = row.number();
    return mail;
}

std::vector<OutboxMail> read_mails(Query& row) {
    std::vector<OutboxMail> mails;
    while (row.step()) mails.push_back(read_mail(row));
    return mails;
}

}  // namespace

void put_mail(Connection& connection, std::int64_t id, const Event& event) {
    const Mail& letter = *event.letter;
    run(connection, insert_mail, id, event.at, event.request, event.region, event.wsp,
        event.mail_kind, letter.to.role, letter.to.key, letter.to.name, letter.to.address,
        event.clock, event.step ? name_of(*event.step) : "", event.referral,
        facts_to_json(letter.facts), letter.not_before.value_or(event.at));
}

void join_mail(Connection& connection, const Event& event) {
    const std::optional<OutboxMail> waiting = select_mail(connection, event.mail);
    if (!waiting || waiting->state != MailState::waiting)
        throw std::logic_error("news for a mail that does not wait");
    const Mail& news = *event.letter;
    run(connection, update_joined, event.mail, news.to.name, news.to.address,
        facts_to_json(joined_facts(waiting->facts, news.facts)),
        news.not_before.value_or(event.at));
}

std::optional<std::int64_t> select_status_that_waits(Connection& connection,
                                                     const RequestNumber& request) {
    Query row(connection, select_waiting_status, request);
    row.step();
    return row.maybe_integer();
}

// The rare states have an index of their own; the others are found from the newest backwards.
std::vector<OutboxMail> select_mails(Connection& connection, std::optional<MailState> state,
                                     int limit, std::optional<std::int64_t> before) {
    const char* sql = !state                        ? select_any
                      : state == MailState::waiting ? select_waiting
                      : state == MailState::parked  ? select_parked
                                                    : select_state;
    Query row(connection, sql, before.value_or(std::numeric_limits<std::int64_t>::max()), limit);
    if (sql == select_state) row.add(state);
    return read_mails(row);
}

std::optional<OutboxMail> select_mail(Connection& connection, std::int64_t id) {
    Query row(connection, select_one, id);
    if (!row.step()) return std::nullopt;
    return read_mail(row);
}

std::vector<OutboxMail> select_mails_due(Connection& connection, Instant now, int limit) {
    Query row(connection, due_mails_sql, now, limit);
    return read_mails(row);
}

std::vector<OutboxMail> select_mails_dated_after(Connection& connection, Instant instant,
                                                 int limit) {
    Query row(connection, dated_after_sql, instant, limit);
    return read_mails(row);
}

std::vector<OutboxMail> select_parked_longest(Connection& connection, int limit) {
    Query row(connection, select_parked_first, limit);
    return read_mails(row);
}

WaitingMails select_waiting_mails(Connection& connection, Instant now, int most) {
    Query row(connection, count_waiting, now, most);
    row.step();
    WaitingMails mails;
    mails.all = row.integer();
    mails.due = row.integer();
    return mails;
}

DeskCounts select_desk_counts(Connection& connection) {
    Query row(connection, count_desk);
    row.step();
    DeskCounts counts;
    counts.mails_parked = row.integer();
    counts.rejected_open = row.integer();
    return counts;
}

std::optional<Instant> select_next_mail(Connection& connection) {
    Query row(connection, select_next);
    row.step();
    return row.maybe_instant();
}

void mark_mail_sent(Connection& connection, std::int64_t id, Instant at) {
    run(connection, update_sent, id, at);
}

void mark_mail_dropped(Connection& connection, std::int64_t id) {
    run(connection, update_dropped, id);
}

void mark_mail_parked(Connection& connection, std::int64_t id, const std::string& error) {
    run(connection, update_parked, id, error);
}

void mark_mail_retry(Connection& connection, std::int64_t id, Instant next_attempt,
                     bool count_attempt, Instant now, const std::string& error) {
    if (count_attempt)
        run(connection, update_counted_retry, id, next_attempt, error, now);
    else
        run(connection, update_retry, id, next_attempt, error);
}

void mark_mail_again(Connection& connection, std::int64_t id, Instant next_attempt,
                     const Recipient& to) {
    run(connection, update_again, id, next_attempt, to.name, to.address);
}

}  // namespace werktdoord
