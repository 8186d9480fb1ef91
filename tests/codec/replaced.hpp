// A text with one thing in it changed.
#pragma once

#include <stdexcept>
#include <string>

namespace werktdoord {

// `text` with its one `from` replaced; what fits nothing is a defect of the test.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        throw std::invalid_argument("not exactly once in the text: " + from);
    return text.replace(at, from.size(), to);
}

}  // namespace werktdoord
