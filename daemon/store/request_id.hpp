// Request numbers as row ids: year * 10,000,000 + n, so that they sort and join as integers.
#pragma once

#include <cstdint>
#include <optional>

#include "base/key.hpp"

namespace werktdoord {

// NLWD-2026-000001: at least six digits (contract section 4). REQUIRES: 1 <= n <= 9,999,999.
RequestNumber make_request_number(int year, std::int64_t n);

// The row id of a number; 0, which no request has, for a text that is no request number.
std::int64_t request_id(const RequestNumber& number);

RequestNumber request_number(std::int64_t id);

}  // namespace werktdoord
