// Text as it is compared: how people write a word differs, the word does not. Pure.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// Lower case, without diacritics, doubled and outer spaces; curly apostrophes and long dashes
// become straight ones. Bytes that are no UTF-8 stay as they are.
std::string fold(std::string_view text);

}  // namespace werktdoord
