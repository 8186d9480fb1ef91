#include "core/fold.hpp"

#include <cstdint>

#include "base/ascii.hpp"

namespace werktdoord {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;
    bool valid = false;
};

CodePoint decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return {};
        value = value << 6U | (byte(i) & 0x3FU);
    }
    return {value, length, true};
}

// U+00C0..U+017F without their diacritics; '?' stands for what needs two letters or none.
constexpr std::string_view latin =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllll"
    "nnnnnnnnnoooooo??rrrrrrsssssssstttttt"
    "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin.size() == 0x180 - 0xC0);

std::string_view letters_of(char32_t c) {
    switch (c) {
        case 0xC6:
        case 0xE6:
            return "ae";
        case 0xDE:
        case 0xFE:
            return "th";
        case 0xDF:
            return "ss";
        case 0x132:
        case 0x133:
            return "ij";
        case 0x152:
        case 0x153:
            return "oe";
        default:
            break;
    }
    if (c < 0xC0 || c >= 0x180) return {};
    const std::string_view letter = latin.substr(c - 0xC0, 1);
    return letter == "?" ? std::string_view{} : letter;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) {
    return c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0xB4;
}

bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

char folded_ascii(char c) {
    return c == '`' ? '\'' : lower_case(c);
}

void append_folded(std::string& out, char32_t c, std::string_view raw) {
    if (c < 0x80) {
        out += folded_ascii(raw.front());
    } else if (const std::string_view letters = letters_of(c); !letters.empty()) {
        out += letters;
    } else if (is_apostrophe(c)) {
        out += '\'';
    } else if (is_dash(c)) {
        out += '-';
    } else {
        out += raw;
    }
}

// U+0100..U+017F stand in pairs, the capital first; in two stretches it has the odd number. What
// has no partner here, or one of another length, is left as it is.
char32_t lower_of(char32_t c) {
    if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
    if (c == 0x178) return 0xFF;
    const bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    const bool even = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    if (c == 0x130 || c == 0x131) return c;
    return (odd && c % 2 == 1) || (even && c % 2 == 0) ? c + 1 : c;
}

}  // namespace

std::string lower_letters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint c = decode(text);
        const char32_t lower = c.valid && c.length == 2 ? lower_of(c.value) : c.value;
        if (c.length == 1) {
            out += lower_case(text.front());
        } else if (lower == c.value) {
            out += text.substr(0, c.length);
        } else {
            out += static_cast<char>(0xC0U | (lower >> 6U));
            out += static_cast<char>(0x80U | (lower & 0x3FU));
        }
        text.remove_prefix(c.length);
    }
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool space = false;
    while (!text.empty()) {
        const CodePoint c = decode(text);
        const std::string_view raw = text.substr(0, c.length);
        text.remove_prefix(c.length);
        if (c.valid && is_invisible(c.value)) continue;
        if (c.valid && is_space(c.value)) {
            space = true;
            continue;
        }
        if (space && !out.empty()) out += ' ';
        space = false;
        if (c.valid) {
            append_folded(out, c.value, raw);
        } else {
            out += raw;
        }
    }
    return out;
}

bool same_address(std::string_view a, std::string_view b) {
    return fold(a) == fold(b);
}

}  // namespace werktdoord
