// Items one behind the other, for a person.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace werktdoord {

// "a", "b" and "c" with `joint` between each two, each as `text` words it.
template <class Items, class Text = std::identity>
std::string joined(const Items& items, std::string_view joint, Text text = {}) {
    std::string line;
    for (const auto& item : items) {
        if (!line.empty()) line += joint;
        line += text(item);
    }
    return line;
}

// "a, b, c"; `none` where there are none.
template <class Items, class Text = std::identity>
std::string listed(const Items& items, std::string_view none = "", Text text = {}) {
    std::string line = joined(items, ", ", text);
    return line.empty() ? std::string(none) : line;
}

}  // namespace werktdoord
