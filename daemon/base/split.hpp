// A text in its parts.
#pragma once

#include <string_view>
#include <vector>

namespace werktdoord {

// What stands between the separators; as many parts as there are separators and one more, empty
// ones too. REQUIRES: what `text` points at outlives the parts.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace werktdoord
