#include "codec/text_check.hpp"

#include <algorithm>
#include <array>

#include "base/digits.hpp"
#include "base/utf8.hpp"

namespace werktdoord {

namespace {

// What shows nothing: White_Space of Unicode that JSON text may hold here, and what has no width.
constexpr std::array<std::string_view, 25> spaces{
    " ",      "\t",     "\r",     "\n",     "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
    "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u200b",
    "\u200c", "\u200d", "\u202f", "\u205f", "\u2060", "\u3000", "\ufeff"};

}  // namespace

bool has_control_character(std::string_view utf8, bool lines_allowed) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto c = static_cast<unsigned char>(utf8[at]);
        if (c < 0x20 || c == 0x7f) {
            const bool line = c == '\t' || c == '\r' || c == '\n';
            if (!line || !lines_allowed) return true;
        }
        const std::string_view rest = utf8.substr(at);
        if (c == 0xc2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xa0) return true;
        if (c == 0xe2 && (rest.starts_with("\u2028") || rest.starts_with("\u2029")) &&
            !lines_allowed)
            return true;
    }
    return false;
}

std::size_t character_count(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character));
}

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const auto space = std::find_if(spaces.begin(), spaces.end(), [&](std::string_view one) {
            return text.starts_with(one);
        });
        if (space == spaces.end()) return false;
        text.remove_prefix(space->size());
    }
    return true;
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
               c == '_' || c == '-';
    });
}

}  // namespace werktdoord
