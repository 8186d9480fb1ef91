// Replies of the gateway as HTTP answers (status tables of contract sections 4 and 5).
#pragma once

#include "engine/gateway.hpp"
#include "net/http_message.hpp"

namespace werktdoord {

// 201 with Location, the status of the first answer for a repeat, 400, 404, 409 or 503. A conflict
// names in `fits` the events that do fit, and the `state`. `id_name` is what was reused with
// another body: "webhook-id", "Idempotency-Key".
HttpResponse reply_response(const Reply& reply, std::string_view id_name);

// The path of a request: "/v1/requests/NLWD-2026-000001".
std::string request_path(const RequestNumber& number);

}  // namespace werktdoord
