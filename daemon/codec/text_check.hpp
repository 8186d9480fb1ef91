// Checks of UTF-8 text that people and programs send in.
#pragma once

#include <cstddef>
#include <string_view>

namespace werktdoord {

// Control characters (C0, DEL, C1) and the line and paragraph separators of Unicode; with
// `lines_allowed` tab, CR and LF are none.
bool has_control_character(std::string_view utf8, bool lines_allowed = false);

// Characters (code points) of valid UTF-8.
std::size_t character_count(std::string_view utf8);

// Nothing but spaces: of ASCII, those of Unicode (a no-break space), and those without width.
bool is_blank(std::string_view text);

// A key as rules and requests write it: 1 to 100 of A-Z a-z 0-9 . _ -
bool is_key(std::string_view text);

}  // namespace werktdoord
