// Makes text of strangers harmless before it enters a mail: no control characters, no tricks.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// Text for one line (a header, a name, a subject): every control character and line separator
// becomes a space, runs of spaces one space, none at the ends. Marks that turn the direction of
// writing (U+202A..E, U+2066..9, U+200E, U+200F, U+061C) are removed. Bytes that are not UTF-8
// become U+FFFD.
std::string clean_line(std::string_view text);

// Text for a body: the same, but line ends (CR LF, CR, LF) become LF and tabs and spaces stay.
std::string clean_text(std::string_view text);

}  // namespace werktdoord
