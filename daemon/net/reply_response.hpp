// Replies of the gateway as HTTP answers (status tables of contract sections 4 and 5).
#pragma once

#include "engine/gateway.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

// 201 with Location, the status of the first answer for a repeat, 400, 404, 409 or 503. A conflict
// names in `fits` the events that do fit, and the `state`. `reused` is told where the command's id
// was there before for something else.
HttpResponse reply_response(const Reply& reply, std::string_view reused);
inline constexpr std::string_view webhook_id_reused =
    "This webhook-id was stored before with another body.";
inline constexpr std::string_view idempotency_key_reused =
    "This Idempotency-Key was used before for another body or another request.";

// The path of a request: "/v1/requests/NLWD-2026-000001".
std::string request_path(const RequestNumber& number);

}  // namespace werktdoord
