// A text in quotes, for messages about what somebody wrote.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// `"text"`, as it stands.
inline std::string quoted(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 2);
    result += '"';
    result += text;
    result += '"';
    return result;
}

}  // namespace werktdoord
