// Items one behind the other, for a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace werktdoord {

// "a", "b" and "c" with `joint` between each two.
inline std::string joined(const std::vector<std::string>& texts, std::string_view joint) {
    std::string line;
    for (const std::string& text : texts) {
        if (!line.empty()) line += joint;
        line += text;
    }
    return line;
}

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

// The same of texts as they are; empty where there are none.
inline std::string listed(const std::vector<std::string>& texts) {
    return listed(texts, "", [](const std::string& text) { return text; });
}

}  // namespace werktdoord
