// Request targets (RFC 9112 section 3.2) taken apart: the path and the query.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http_message.hpp"

namespace werktdoord {

struct HttpTarget {
    std::string path;  // percent-encoded, starts with '/'; "*" for `OPTIONS *`
    NamedValues query;
};

// Reads origin form ("/v1/requests?limit=5"), absolute form ("http://host/v1/…") and "*". Nothing
// for a target that is no URL or has a broken percent sign.
std::optional<HttpTarget> parse_target(std::string_view target);

// The segments of a percent-encoded path, decoded: "/a%20b/c" is {"a b", "c"}. A slash at the end
// gives an empty last segment.
std::vector<std::string> path_segments(std::string_view path);

}  // namespace werktdoord
