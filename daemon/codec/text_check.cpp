#include "codec/text_check.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Every byte of a character but its first is 10xxxxxx.
bool begins_character(char c) {
    return (static_cast<unsigned>(c) & 0xc0U) != 0x80U;
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

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

std::size_t character_begin(std::string_view utf8, std::size_t at) {
    while (at > 0 && at < utf8.size() && !begins_character(utf8[at])) --at;
    return at;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
               c == '_' || c == '-';
    });
}

bool is_request_number(std::string_view text) {
    constexpr std::string_view prefix = "NLWD-";
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    if (text.size() < 11 || text.size() > 15 || text[4] != '-') return false;
    const std::string_view serial = text.substr(5);
    const bool needed_digits = serial.size() == 6 || serial.front() != '0';
    return all_digits(text.substr(0, 4)) && all_digits(serial) && needed_digits &&
           serial != "000000";
}

}  // namespace werktdoord
