// SHA-256 (FIPS 180-4) and hexadecimal text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace werktdoord {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

// Lower case, two digits a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);

std::string sha256_hex(std::string_view bytes);

}  // namespace werktdoord
