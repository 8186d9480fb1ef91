// Base64 (RFC 4648), as signatures and secrets are written, and in the form for addresses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// With padding.
std::string to_base64(std::string_view bytes);

// The bytes of a text with or without padding; left-over bits are dropped. Nothing for any other
// character, wrong padding, or a length that no bytes have.
std::optional<std::string> from_base64(std::string_view text);

// The alphabet for addresses (RFC 4648 section 5). Written without padding, and read only so.
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace werktdoord
