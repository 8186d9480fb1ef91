// Items one behind the other, for a person.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// "a", "b" and "c" as "a, b, c", each as `text` words it; `none` where there are none.
template <class Items, class Text>
std::string listed(const Items& items, std::string_view none, Text text) {
    std::string line;
    for (const auto& item : items) {
        if (!line.empty()) line += ", ";
        line += text(item);
    }
    return line.empty() ? std::string(none) : line;
}

}  // namespace werktdoord
