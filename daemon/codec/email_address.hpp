// Whether a text is an e-mail address that a mail server takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// `local@domain` in ASCII as in RFC 5321 without quoted local parts and address literals; the
// domain has a dot. At most 254 bytes.
bool is_email_address(std::string_view text);

// "NLWerktDoor <noreply@nlwerktdoor.example>" or a bare address.
struct Mailbox {
    std::string name;
    std::string address;
    friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

// Nothing where there is no valid address.
std::optional<Mailbox> parse_mailbox(std::string_view text);

}  // namespace werktdoord
