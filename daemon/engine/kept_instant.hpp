// An instant that the engine keeps in the store or in a mail, as text.
#pragma once

#include <optional>
#include <string>

#include "base/instant.hpp"

namespace werktdoord {

// Nothing when there is no text, or it is no instant of RFC 3339.
inline std::optional<Instant> kept_instant(const std::optional<std::string>& text) {
    const auto instant = parse_rfc3339(text.value_or(""));
    return instant ? std::optional<Instant>(*instant) : std::nullopt;
}

}  // namespace werktdoord
