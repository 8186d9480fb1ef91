// An instant that the engine keeps in the store or in a mail, as text.
#pragma once

#include <optional>
#include <string>

#include "base/instant.hpp"

namespace werktdoord {

// Nothing when there is no text, or another one than to_rfc3339 writes.
inline std::optional<Instant> kept_instant(const std::optional<std::string>& text) {
    const auto instant = parse_rfc3339(text.value_or(""));
    return instant ? std::optional<Instant>(*instant) : std::nullopt;
}

}  // namespace werktdoord
