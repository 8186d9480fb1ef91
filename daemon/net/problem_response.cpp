#include "net/problem_response.hpp"

#include "codec/problem_json.hpp"
#include "net/http_bytes.hpp"

namespace werktdoord {

HttpResponse problem_response(int status, std::string_view detail, const Problems& problems,
                              const std::vector<EventName>& fits, std::optional<State> state) {
    HttpResponse response;
    response.status = status;
    response.headers.emplace_back("Content-Type", "application/problem+json");
    response.body = problem_json(status, reason_phrase(status), detail, problems, fits, state);
    return response;
}

HttpResponse no_such_request() {
    return problem_response(404, "There is no such request.");
}

HttpResponse try_again(int status, std::string_view detail, int seconds) {
    HttpResponse response = problem_response(status, detail);
    response.headers.emplace_back("Retry-After", std::to_string(seconds));
    return response;
}

HttpResponse json_response(int status, std::string body) {
    HttpResponse response;
    response.status = status;
    response.headers.emplace_back("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

}  // namespace werktdoord
