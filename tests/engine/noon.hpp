// When tests of single mails take place.
#pragma once

#include "base/instant.hpp"

namespace werktdoord {

// 2026-11-23T12:00:00Z, a Monday.
inline constexpr Instant noon =
    Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)) + std::chrono::hours(12);

}  // namespace werktdoord
