// A text without what stands around it. Pure.
#pragma once

#include <string_view>

namespace werktdoord {

// Without any of `blanks` at its beginning and its end. Valid as long as `text`.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " ") {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace werktdoord
