// Error answers as problem+json (RFC 9457) and plain JSON answers.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

// `application/problem+json` with type, title, status and detail; `extra` members follow.
HttpResponse problem_response(int status, std::string_view detail,
                              const boost::json::object& extra = {});

// 400 with every problem: `errors: [ { "pointer", "detail" } ]`.
HttpResponse problem_response(int status, std::string_view detail, const Problems& problems);

// 503 or 429 with Retry-After in seconds.
HttpResponse try_again(int status, std::string_view detail, int seconds);

// `application/json`.
HttpResponse json_response(int status, std::string body);

}  // namespace werktdoord
