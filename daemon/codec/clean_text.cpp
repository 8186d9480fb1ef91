#include "codec/clean_text.hpp"

#include <glib.h>

#include <memory>

namespace werktdoord {
namespace {

struct FreeGlib {
    void operator()(char* text) const { g_free(text); }
};
using GlibText = std::unique_ptr<char, FreeGlib>;

// What decides the direction of writing against the letters: "gpj.exe" shown as "exe.jpg".
bool turns_direction(gunichar point) {
    return point == 0x061C || point == 0x200E || point == 0x200F ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool separates_lines(gunichar point) {
    return (point >= 0x80 && point < 0xA0) || point == 0x2028 || point == 0x2029;
}

// ASCII control characters are single bytes in UTF-8, so they can be replaced byte by byte.
std::string without_controls(std::string_view text, bool keep_lines) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (keep_lines && c == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
        } else if (keep_lines && (c == '\n' || c == '\t')) {
            out += c;
        } else {
            out += byte < 0x20 || byte == 0x7F ? ' ' : c;
        }
    }
    return out;
}

std::string without_tricks(const std::string& text) {
    const GlibText valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    std::string out;
    out.reserve(text.size());
    for (const char* at = valid.get(); *at != '\0';) {
        const char* next = g_utf8_next_char(at);
        const gunichar point = g_utf8_get_char(at);
        if (separates_lines(point))
            out += ' ';
        else if (!turns_direction(point))
            out.append(at, next);
        at = next;
    }
    return out;
}

}  // namespace

std::string clean_line(std::string_view text) {
    std::string out;
    for (const char c : without_tricks(without_controls(text, false)))
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string clean_text(std::string_view text) {
    return without_tricks(without_controls(text, true));
}

}  // namespace werktdoord
