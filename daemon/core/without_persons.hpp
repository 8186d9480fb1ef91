// Takes persons out of what a person wrote, before others may read it (AVG). Pure.
#pragma once

#include <string>
#include <vector>

#include "core/model.hpp"

namespace werktdoord {

// Adds the names to look for: of the employer, and of the contact whole and word by word.
void add_person_names(std::vector<std::string>& names, const Employer& employer);

// Text with these names, however their capitals, accents and umlauts are written, and with every
// e-mail address and phone number, replaced by "...".
std::string without_persons(const std::string& text, const std::vector<std::string>& names);

}  // namespace werktdoord
