// Instants: points in time, UTC, to the millisecond; and their RFC 3339 text.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace werktdoord {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// "2026-11-23T08:12:00Z"; milliseconds only where they are not zero (contract section 7).
std::string to_rfc3339(Instant instant);

// Reads any offset, upper or lower case T and Z; fractions beyond milliseconds are cut.
// Fails on a text that is no RFC 3339 date-time, on dates that do not exist, and on "-00:00".
Result<Instant> parse_rfc3339(std::string_view text);

// The earlier of two instants, of which there may be one only, or none.
inline std::optional<Instant> earlier_of(const std::optional<Instant>& a,
                                         const std::optional<Instant>& b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

}  // namespace werktdoord
