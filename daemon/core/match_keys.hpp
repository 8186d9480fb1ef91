// Under which words and areas an open request is looked up by those that could serve it. Pure, and
// of the request alone, so that the store keeps it with the request.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/case.hpp"

namespace werktdoord {

// A word and an area (area_of). `everywhere` stands for the areas of a request that has very many.
using MatchKey = std::pair<std::string, std::string>;
inline constexpr const char* everywhere = "*";

// None when the request is closed. Words: the heads of its occupation and its sector_key.
std::set<MatchKey> match_keys(const Case& it);

// "#86", of the division of the SBI code (sbi_division); empty without one.
std::string sector_key(const std::string& sector);

// The digits of an SBI code: "86.10" and "8610" are one.
std::string sector_digits(const std::string& sector);

}  // namespace werktdoord
