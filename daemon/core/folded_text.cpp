#include "core/folded_text.hpp"

#include "core/fold.hpp"

namespace werktdoord {
namespace {

std::size_t length_of_character(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80)
        ++length;
    return length;
}

bool has_umlaut(std::string_view character) {
    for (const std::string_view one : {"ä", "Ä", "ö", "Ö", "ü", "Ü", "ø", "Ø"})
        if (character == one) return true;
    return false;
}

bool is_blank(std::string_view character) {
    // Between two letters a blank is kept, what is invisible is not.
    return fold("x" + std::string(character) + "x") == "x x";
}

// Quotes and the like of other alphabets than ASCII; they are no part of a word.
bool is_mark(std::string_view character) {
    return character.starts_with("\xE2\x80") || character.starts_with("\xC2");
}

std::string folded_character(std::string_view character, Umlauts umlauts) {
    std::string folded = fold(character);
    if (folded.empty()) return is_blank(character) ? " " : "";
    if (folded == character && is_mark(character)) return ".";
    if (umlauts == Umlauts::two_letters && has_umlaut(character)) folded += 'e';
    return folded;
}

}  // namespace

FoldedText folded_text(std::string_view text, Umlauts umlauts) {
    FoldedText out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = at + length_of_character(text.substr(at));
        const std::string folded = folded_character(text.substr(at, end - at), umlauts);
        const bool more_blank = folded == " " && !out.letters.empty() && out.letters.back() == ' ';
        // An accent that stands on its own belongs to the letter before it.
        if ((folded.empty() || more_blank) && !out.spans.empty()) {
            out.spans.back().end = end;
        } else {
            out.letters += folded;
            out.spans.resize(out.letters.size(), {at, end});
        }
        at = end;
    }
    return out;
}

}  // namespace werktdoord
