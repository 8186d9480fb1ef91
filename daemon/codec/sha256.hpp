// SHA-256 (FIPS 180-4) and hexadecimal text.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace werktdoord {

using Sha256 = std::array<std::uint8_t, 32>;

// Throws std::runtime_error when the library has no SHA-256.
Sha256 sha256(std::string_view bytes);

// Of the parts one after the other.
Sha256 sha256(std::initializer_list<std::string_view> parts);

// Lower case, two digits a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);

std::string sha256_hex(std::string_view bytes);

}  // namespace werktdoord
