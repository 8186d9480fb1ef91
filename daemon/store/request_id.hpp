// Request numbers as row ids: year * 10,000,000 + n, so that they sort and join as integers.
#pragma once

#include <cstdint>

#include "base/key.hpp"

namespace werktdoord {

// The row id of a number; 0, which no request has, for a text that is no request number.
std::int64_t request_id(const RequestNumber& number);

RequestNumber request_number(std::int64_t id);

}  // namespace werktdoord
