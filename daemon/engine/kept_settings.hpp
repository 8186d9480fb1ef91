// Whether what the engine keeps between two runs can be read, for who looks at a whole store.
#pragma once

#include <map>
#include <string>

#include "base/result.hpp"

namespace werktdoord {

// A problem for each setting that is not in its form, at its name; of others nothing is known.
Problems unreadable_settings(const std::map<std::string, std::string>& settings);

}  // namespace werktdoord
