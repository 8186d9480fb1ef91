// Mail as bytes: a message with a plain and an HTML version of the same text (contract section 9).
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/zone.hpp"

namespace werktdoord {

struct MailAddress {
    std::string name;  // what people see; may be empty
    std::string email;

    // What stands after the last "@".
    std::string domain() const;
    friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

// Reads `NLWerktDoor <noreply@nlwerktdoor.example>` or a bare address. Fails on anything that is
// not exactly one address of the form local@domain.
Result<MailAddress> parse_mail_address(std::string_view text);

struct MailMessage {
    MailAddress from;
    MailAddress to;
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
