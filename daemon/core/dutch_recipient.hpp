// The Dutch words for those a mail goes to, without names.
#pragma once

#include <string>

#include "core/role.hpp"

namespace werktdoord {

// "de werkgever", "het regiocontact midden-brabant", "anna van het team".
std::string dutch_recipient(Role role, const std::string& key);

}  // namespace werktdoord
