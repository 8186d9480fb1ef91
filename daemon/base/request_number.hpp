// The number of a request, NLWD-2026-000001: the year, and six digits at least, seven from
// 1,000,000 on (contract section 4).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/key.hpp"

namespace werktdoord {

struct RequestNumberParts {
    int year = 0;
    std::int64_t n = 0;
};

// The year and count of a number; nothing for a text that is none.
std::optional<RequestNumberParts> parse_request_number(std::string_view text);

inline bool is_request_number(std::string_view text) {
    return parse_request_number(text).has_value();
}

// REQUIRES: 0 <= year <= 9999, 1 <= n <= 9,999,999.
RequestNumber make_request_number(int year, std::int64_t n);

}  // namespace werktdoord
