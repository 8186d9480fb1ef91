// Text of a header that must be encoded (RFC 2047): the library encodes a word whole, however long.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// Whether letters are not ASCII, or a word is so long that the library would encode it.
bool needs_encoded_words(std::string_view text);

// `utf8` as encoded words of at most 75 characters, each of whole characters, on lines of at most
// 76; lines after the first begin with a space. The first begins in `column`, from 0.
std::string encoded_words(std::string_view utf8, std::size_t column);

}  // namespace werktdoord
