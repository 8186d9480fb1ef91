// Under which words and areas an open request is looked up by those that could serve it. Pure, and
// of the request alone, so that the store keeps it with the request.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
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

// The section ("Q") of a sector that is one, spaces and capitals aside. Which codes belong to a
// section is known nowhere here.
std::optional<std::string> section_of(std::string_view sector);

// Whether cases can be looked for by this: a section, or an SBI code or the beginning of one.
bool is_sector_filter(std::string_view text);
inline constexpr const char* no_sector_filter =
    "must be an SBI code or the beginning of one, as in \"86.1\", or a section, as in \"Q\"";

}  // namespace werktdoord
