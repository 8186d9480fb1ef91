#include "cli/usage.hpp"

#include <charconv>
#include <cstdint>

namespace werktdoord {

std::string fault_of_id(const std::string& text) {
    std::int64_t id = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, id);
    if (read.ec == std::errc() && read.ptr == end && id > 0) return "";
    return "expected its number, such as 12, and not \"" + text + "\"";
}

std::string fault_of_file_name(const std::string& text) {
    return text.empty() ? "the name of the file is empty" : "";
}

std::string word_below(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--config")
            ++i;
        else if (!arguments[i].starts_with('-'))
            return arguments[i];
    }
    return "";
}

}  // namespace werktdoord
