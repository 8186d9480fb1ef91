// Text as it is compared: how people write a word differs, the word does not. Pure.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// Lower case, without diacritics, doubled and outer spaces; curly apostrophes and long dashes
// become straight ones. Bytes that are no UTF-8 stay as they are.
std::string fold(std::string_view text);

// Lower case alone, of the letters that Latin languages write (U+0000 to U+017F): accents stay, so
// that "BÜCHER" is "bücher" and never "bucher". Every character keeps its bytes' place and number.
std::string lower_letters(std::string_view text);

// Whether two addresses of mail are one: whoever reads both needs a mail once.
bool same_address(std::string_view a, std::string_view b);

}  // namespace werktdoord
