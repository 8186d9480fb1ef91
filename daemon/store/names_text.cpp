#include "store/names_text.hpp"

#include <algorithm>

namespace werktdoord {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_word(char c) {
    const char small = lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool begins_at(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    const bool escape = at > 1 && text[at - 2] == '\\' &&
                        std::string_view("nrtbf").find(before) != std::string_view::npos;
    return escape ||
           !(is_word(before) || std::string_view("._%+-").find(before) != std::string_view::npos);
}

bool ends_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    if (text[at] == '.' || text[at] == '-') return at + 1 >= text.size() || !is_word(text[at + 1]);
    return !is_word(text[at]);
}

}  // namespace

bool names_text(std::string_view text, std::string_view name) {
    if (name.empty()) return false;
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    for (auto from = text.begin();;) {
        const auto found = std::search(from, text.end(), name.begin(), name.end(), same);
        if (found == text.end()) return false;
        const auto at = static_cast<std::size_t>(found - text.begin());
        if (begins_at(text, at) && ends_at(text, at + name.size())) return true;
        from = found + 1;
    }
}

}  // namespace werktdoord
