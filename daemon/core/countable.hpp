// What of a request is counted in reports, journalled in the open, and kept when it is forgotten.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model.hpp"

namespace werktdoord {

// The themes that are written as a keyword: 2 to 50 of a-z, 0-9 and `-`, beginning with a letter.
// Each once, in order. Others may be a sentence of a person, so they are free text.
std::vector<std::string> countable_themes(const std::vector<std::string>& themes);

// The division of an SBI code: "86.10", "8610" and "86 10" are "86"; nothing for what does not
// begin with two digits.
std::optional<std::string> sbi_division(const std::string& sector);

// The same, or "unknown".
std::string sector_division(const std::string& sector);

}  // namespace werktdoord
