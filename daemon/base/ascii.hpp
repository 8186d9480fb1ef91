// Letters of ASCII, whatever the locale; all other bytes are left as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/digits.hpp"

namespace werktdoord {

// "q" of "Q".
constexpr char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return lower_case(c); });
    return lower;
}

// A letter or digit, or a byte of a character beyond ASCII: what words are made of.
constexpr bool is_of_a_word(char c) {
    const char small = lower_case(c);
    return (small >= 'a' && small <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace werktdoord
