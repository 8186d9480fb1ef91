// Why a mail is parked, in Dutch: for the mail to the team that tells of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// What is kept of a mail server's reply, without its codes (SmtpReply::text), in Dutch: "mailbox
// full" -> "de mailbox is vol". Nothing for words that are not kept of any.
std::optional<std::string> dutch_mail_words(std::string_view english);

// The error that an outbox mail was parked with (OutboxMail::last_error), which is in English:
// "550 5.1.1 mailbox not found" -> "de mailbox is niet gevonden (code 550 5.1.1)". Of words that
// are not known, as those of an earlier version, the code alone is told; `werktdoord outbox show`
// and the log have them as they were.
std::string dutch_mail_fault(std::string_view error);

}  // namespace werktdoord
