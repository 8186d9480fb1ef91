// POST /v1/requests/{number}/events: what people record (contract section 5).
#include "base/request_number.hpp"
#include "codec/event_body.hpp"
#include "codec/sha256.hpp"
#include "codec/text_check.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/problem_response.hpp"
#include "net/reply_response.hpp"

namespace werktdoord {
namespace {

bool is_good_key(const std::string& key) {
    return !key.empty() && key.size() <= idempotency_key_max && !has_control_character(key);
}

// The key of the request with the hash of what it came with: its target counts too.
std::optional<IdempotencyKey> key_of(const HttpRequest& request) {
    auto key = request.header("idempotency-key");
    if (!key) return std::nullopt;
    return IdempotencyKey{std::move(*key), sha256_hex(request.path + "\n" + request.body)};
}

void record(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const std::string& number = request.captured.front();
    if (!is_request_number(number)) return respond(no_such_request());
    if (!request.has_type("application/json"))
        return respond(problem_response(415, "An event is application/json."));
    auto key = key_of(request);
    if (key && !is_good_key(key->key))
        return respond(problem_response(400, "The Idempotency-Key must have 1 to " +
                                                 std::to_string(idempotency_key_max) +
                                                 " bytes and no control characters."));
    auto command = read_event_body(request.body, RequestNumber(number));
    if (!command)
        return respond(problem_response(400, "This is not an event; see errors.", command.error()));
    auto done = [&log = context.log, respond = std::move(respond)](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::unavailable)
            log.sparingly(LogLevel::error, "api.unavailable", {{"reason", reply.detail}});
        respond(reply_response(reply, idempotency_key_reused));
    };
    context.gateway.record(std::move(*command), std::move(key), std::move(done));
}

}  // namespace

std::vector<Endpoint> event_endpoints(const ApiContext& context) {
    auto post = [&context](HttpRequest request, HttpRespond respond) {
        record(context, request, std::move(respond));
    };
    return {{"POST", "/v1/requests/{number}/events", std::move(post)}};
}

}  // namespace werktdoord
