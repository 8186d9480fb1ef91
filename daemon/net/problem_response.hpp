// Error answers as problem+json (RFC 9457) and plain JSON answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "core/event_name.hpp"
#include "core/model.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

// `application/problem+json` with status, title and detail; `errors`, `fits` and `state` where they
// are given (codec/problem_json.hpp).
HttpResponse problem_response(int status, std::string_view detail, const Problems& problems = {},
                              const std::vector<EventName>& fits = {},
                              std::optional<State> state = {});

// 404 for a number that no request has.
HttpResponse no_such_request();

// 503 or 429 with Retry-After in seconds.
HttpResponse try_again(int status, std::string_view detail, int seconds);

// `application/json`.
HttpResponse json_response(int status, std::string body);

}  // namespace werktdoord
