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

// `; did you mean "contact"?`, or nothing when there are no names.
std::string did_you_mean(std::string_view text, const std::vector<std::string>& names);

}  // namespace werktdoord
