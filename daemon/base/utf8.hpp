// Where characters of UTF-8 begin.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace werktdoord {

// Whether the byte is the first one of a character (RFC 3629, section 3).
constexpr bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Where the character begins that the byte at `at` belongs to, to cut valid UTF-8 there.
constexpr std::size_t character_begin(std::string_view utf8, std::size_t at) {
    while (at > 0 && at < utf8.size() && !begins_character(utf8[at])) --at;
    return at;
}

// The text, or as many whole characters of it as `most` bytes hold, with `dots` behind them.
inline std::string shortened(std::string text, std::size_t most, std::string_view dots) {
    if (text.size() <= most) return text;
    text.resize(character_begin(text, most));
    return text.append(dots);
}

}  // namespace werktdoord
