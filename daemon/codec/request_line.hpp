// A line of a JSON Lines file of requests, as `route` and `backtest` take them.
#pragma once

#include <optional>
#include <string_view>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "core/model.hpp"

namespace werktdoord {

struct RequestLine {
    RequestData data;
    std::optional<Instant> at;  // `timestamp` of a whole submission
};

// Reads request data (contract section 4), or a whole submission: an object with `type` and `data`.
// Fails with every problem at once, each with its JSON pointer.
Parsed<RequestLine> read_request_line(std::string_view text);

}  // namespace werktdoord
