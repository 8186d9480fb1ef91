// Mail as bytes: a message with a plain and an HTML version of the same text (contract section 9).
#pragma once

#include <string>

#include "base/instant.hpp"
#include "base/zone.hpp"
#include "codec/email_address.hpp"

namespace werktdoord {

struct MailMessage {
    Mailbox from;
    Mailbox to;  // its name may be empty
    std::string subject;
    Instant date;
    Zone zone;               // in which Date is written
    std::string message_id;  // without angle brackets
    std::string thread_id;   // without angle brackets; empty: no In-Reply-To and References
    std::string text;
    std::string html;
};

// The message with CRLF line ends: multipart/alternative, UTF-8, quoted-printable. The same
// message gives the same bytes. No value can break out of its header or its part: what is not
// fit for a header line is cleaned (clean_line). Thread-safe.
std::string to_mime(const MailMessage& message);

// "Mon, 23 Nov 2026 09:12:00 +0100" (RFC 5322).
std::string to_mail_date(Instant instant, const Zone& zone);

}  // namespace werktdoord
