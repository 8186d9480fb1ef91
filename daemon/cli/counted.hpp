// A count with its word, as messages tell it.
#pragma once

#include <string>

namespace werktdoord {

// "1 error", "2 errors".
inline std::string counted(long count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace werktdoord
