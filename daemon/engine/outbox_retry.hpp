// When a mail that could not be sent is tried again, and when it is given up. Pure.
#pragma once

#include "codec/config_choices.hpp"
#include "engine/mail_desk.hpp"
#include "engine/mail_transport.hpp"
#include "engine/outages.hpp"
#include "engine/sending.hpp"
#include "store/store.hpp"

namespace werktdoord {

// The pause after `attempts` failures doubles: first, 2 x first, 4 x first, at most `most`.
// `attempts` below 1 counts as 1.
Instant next_try(std::chrono::milliseconds first, std::chrono::milliseconds most, int attempts,
                 Instant now);

// What is put on record after a try to send `mail` (as it stood before the try). Refused: failed.
// Retry later: a later try, failed once `give_up` has passed since the first failure, without the
// outages since then. Unreachable: a try at `pause_until` that does not count.
MailResult result_of(const OutboxMail& mail, const SendOutcome& outcome, const RetryRule& rule,
                     Instant now, Instant pause_until, const Outages& outages = {});

// What is put on record of a mail that became moot.
MailResult dropped(const OutboxMail& mail, const std::string& why);

// What is put on record of a mail that is given up.
MailResult failed(const OutboxMail& mail, const std::string& why);

// What is put on record of a mail that waits for opening time: a later try that does not count.
MailResult waiting_until(const OutboxMail& mail, Instant opening);

// As result_of() for each of the mails that left, or did not, as one.
std::vector<MailResult> results_of(const Sending& together, const SendOutcome& outcome,
                                   const RetryRule& rule, Instant now, Instant pause_until,
                                   const Outages& outages = {});

}  // namespace werktdoord
