#include "codec/encoded_words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "codec/base64.hpp"

namespace werktdoord {
namespace {

constexpr std::string_view begin_word = "=?utf-8?B?";
constexpr std::string_view end_word = "?=";
constexpr std::size_t longest_line = 76;
constexpr std::size_t longest_plain_word = 60;

// How many bytes a word can hold that begins in `column`; a character has at most four.
std::size_t bytes_from(std::size_t column) {
    const std::size_t around = column + begin_word.size() + end_word.size();
    const std::size_t room = longest_line > around ? (longest_line - around) / 4 * 3 : 0;
    return std::max<std::size_t>(room, 4);
}

}  // namespace

bool needs_encoded_words(std::string_view text) {
    std::size_t word = 0;
    for (const char c : text) {
        word = c == ' ' ? 0 : word + 1;
        if (static_cast<unsigned char>(c) >= 0x80 || word > longest_plain_word) return true;
    }
    return false;
}

std::string encoded_words(std::string_view utf8, std::size_t column) {
    std::string out;
    while (!utf8.empty()) {
        if (!out.empty()) {
            out += "\n ";
            column = 1;
        }
        const std::size_t most = std::min(utf8.size(), bytes_from(column));
        const std::size_t whole = character_begin(utf8, most);
        const std::size_t size = whole > 0 ? whole : most;
        out.append(begin_word).append(to_base64(utf8.substr(0, size))).append(end_word);
        utf8.remove_prefix(size);
    }
    return out;
}

}  // namespace werktdoord
