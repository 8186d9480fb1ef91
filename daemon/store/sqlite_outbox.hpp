// The outbox: mails written in the transaction of their cause, and what became of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/event.hpp"
#include "store/connection.hpp"
#include "store/records.hpp"

namespace werktdoord {

// The row of an event with a letter; `id` is the event's seq.
void put_mail(Connection& connection, std::int64_t id, const Event& event);

// The news of a mail.joined, into the row of its mail, which now waits until the news says.
// REQUIRES: the mail waits.
void join_mail(Connection& connection, const Event& event);
std::optional<std::int64_t> select_status_that_waits(Connection& connection,
                                                     const RequestNumber& request);

std::vector<OutboxMail> select_mails(Connection& connection, std::optional<MailState> state,
                                     int limit, std::optional<std::int64_t> before);
std::optional<OutboxMail> select_mail(Connection& connection, std::int64_t id);
std::vector<OutboxMail> select_mails_due(Connection& connection, Instant now, int limit);
std::vector<OutboxMail> select_mails_dated_after(Connection& connection, Instant instant,
                                                 int limit);
std::vector<OutboxMail> select_parked_longest(Connection& connection, int limit);
// Of rejected submissions too: one look at all that waits for a person.
DeskCounts select_desk_counts(Connection& connection);
WaitingMails select_waiting_mails(Connection& connection, Instant now, int most);
std::optional<Instant> select_next_mail(Connection& connection);

void mark_mail_sent(Connection& connection, std::int64_t id, Instant at);
void mark_mail_dropped(Connection& connection, std::int64_t id);
void mark_mail_parked(Connection& connection, std::int64_t id, const std::string& error);
void mark_mail_retry(Connection& connection, std::int64_t id, Instant next_attempt,
                     bool count_attempt, Instant now, const std::string& error);
void mark_mail_again(Connection& connection, std::int64_t id, Instant next_attempt,
                     const Recipient& to);

}  // namespace werktdoord
