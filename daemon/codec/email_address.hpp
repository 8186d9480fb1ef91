// Whether a text is an e-mail address that a mail server takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// `local@domain` in ASCII as in RFC 5321 without quoted local parts and address literals; the
// domain has a dot. At most 254 bytes.
bool is_email_address(std::string_view text);

// The same mailbox with its domain in ASCII, as mail servers know it: "jan@xn--bcher-kva.example"
// of "jan@bücher.example" (IDNA 2008 with the mapping of UTS 46). One that is_email_address is left
// as it is; nothing where that cannot be made of it.
std::optional<std::string> ascii_address(const std::string& address);

// "NLWerktDoor <noreply@nlwerktdoor.example>" or a bare address.
struct Mailbox {
    std::string name;
    std::string address;
    friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

// Nothing where there is no valid address.
std::optional<Mailbox> parse_mailbox(std::string_view text);

}  // namespace werktdoord
