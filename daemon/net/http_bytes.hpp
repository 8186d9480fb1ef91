// Responses as bytes: status line, the headers every response has, and the body.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

// "Not Found"; "Unknown" for a number that has no name.
std::string_view reason_phrase(int status);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date(Instant instant);

struct HttpFraming {
    bool keep_alive = true;
    bool head_only = false;  // the answer to HEAD: the length is told, the body is not sent
};

// An HTTP/1.1 response. Headers that the response does not have itself are added: Date,
// Content-Length, Cache-Control: no-store, X-Content-Type-Options, Content-Security-Policy,
// API-Version. Control characters in header values are dropped.
std::string to_bytes(const HttpResponse& response, HttpFraming framing, Instant now);

}  // namespace werktdoord
