// What an e-mail address may look like before a mail is sent to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// What is wrong with an address, in English, or nothing. One unquoted @, a local part of 1 to 64
// bytes of ASCII (RFC 5321 dot-string), 254 bytes in all, a domain with a dot whose labels have 1
// to 63 bytes. Names of other scripts (IDN) are allowed in the domain. Never holds the address.
std::optional<std::string> email_fault(std::string_view address);

}  // namespace werktdoord
