#include "store/names_text.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace werktdoord {
namespace {

bool begins_at(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    const bool escape = at > 1 && text[at - 2] == '\\' &&
                        std::string_view("nrtbf").find(before) != std::string_view::npos;
    return escape || !(is_of_a_word(before) ||
                       std::string_view("._%+-").find(before) != std::string_view::npos);
}

bool ends_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    if (text[at] == '.' || text[at] == '-')
        return at + 1 >= text.size() || !is_of_a_word(text[at + 1]);
    return !is_of_a_word(text[at]);
}

}  // namespace

bool names_text(std::string_view text, std::string_view name) {
    if (name.empty()) return false;
    const auto same = [](char a, char b) { return lower_case(a) == lower_case(b); };
    for (auto from = text.begin();;) {
        const auto found = std::search(from, text.end(), name.begin(), name.end(), same);
        if (found == text.end()) return false;
        const auto at = static_cast<std::size_t>(found - text.begin());
        if (begins_at(text, at) && ends_at(text, at + name.size())) return true;
        from = found + 1;
    }
}

}  // namespace werktdoord
