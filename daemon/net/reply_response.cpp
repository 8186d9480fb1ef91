#include "net/reply_response.hpp"

#include "net/limits.hpp"
#include "net/problem_response.hpp"

namespace werktdoord {
namespace {

HttpResponse conflict(const Refusal& refusal) {
    const std::string state(name_of(refusal.state));
    return problem_response(409, "This does not fit a request that is " + state + ".",
                            refusal.problems, refusal.fits, refusal.state);
}

HttpResponse refusal_response(const Refusal& refusal) {
    switch (refusal.kind) {
        case RefusalKind::invalid:
            return problem_response(400, "This cannot be recorded; see errors.", refusal.problems);
        case RefusalKind::not_found:
            return no_such_request();
        case RefusalKind::conflict:
            return conflict(refusal);
    }
    return problem_response(500, "The refusal has no known kind.");
}

HttpResponse with_location(int status, const Reply& reply) {
    HttpResponse response = json_response(status, reply.answer);
    if (status >= 400) response.headers.front().second = "application/problem+json";
    if (reply.request) response.headers.emplace_back("Location", request_path(*reply.request));
    return response;
}

}  // namespace

std::string request_path(const RequestNumber& number) {
    return "/v1/requests/" + number.text();
}

HttpResponse reply_response(const Reply& reply, std::string_view reused) {
    switch (reply.outcome) {
        case Reply::Outcome::stored:
            return with_location(201, reply);
        case Reply::Outcome::repeated:
            return with_location(reply.repeated_status, reply);
        case Reply::Outcome::id_reused:
            return problem_response(409, std::string(reused));
        case Reply::Outcome::refused:
            return refusal_response(reply.refusal ? *reply.refusal : Refusal());
        case Reply::Outcome::rejected:
            return problem_response(400, "This is not a request; it was kept as rejected.");
        case Reply::Outcome::unavailable:
            return try_again(503, "This cannot be stored now; it is safe to send it again.",
                             retry_after_seconds);
    }
    return problem_response(500, "The reply has no known outcome.");
}

}  // namespace werktdoord
