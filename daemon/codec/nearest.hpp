// The known name that a person most likely meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace werktdoord {

// Edits (insert, delete, replace, swap of neighbours) between two texts; case does not count.
std::size_t edit_distance(std::string_view left, std::string_view right);

// The name with the fewest edits, the first of equals; empty when there are none.
std::string nearest(std::string_view text, const std::vector<std::string>& names);

// `; did you mean "contact"?` with the name that is likely meant, else the one with the fewest
// edits, however far it is; nothing when there are none. For keys of files, where `check` names the
// nearest known one (contract section 1).
std::string nearest_known(std::string_view text, const std::vector<std::string>& names);

// The same where a name is likely meant: at most a third of the longer text's letters differ (one
// always may), or one is a part of the other: three letters or more that are words of their own
// there ("brabant" of "noord-brabant") or half of it. A slip of one letter goes first, then a name
// that has the text as words of its own, a slip of two, any other part and more slips. Else
// nothing.
std::string did_you_mean(std::string_view text, const std::vector<std::string>& names);

}  // namespace werktdoord
