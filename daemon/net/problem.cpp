#include "net/problem.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "net/http_bytes.hpp"

namespace werktdoord {
namespace json = boost::json;

HttpResponse problem_response(int status, std::string_view detail, const json::object& extra) {
    json::object body;
    body["type"] = "about:blank";
    body["title"] = std::string(reason_phrase(status));
    body["status"] = status;
    body["detail"] = json::string_view(detail.data(), detail.size());
    for (const auto& member : extra) body[member.key()] = member.value();
    HttpResponse response;
    response.status = status;
    response.headers.emplace_back("Content-Type", "application/problem+json");
    response.body = json::serialize(body);
    return response;
}

HttpResponse problem_response(int status, std::string_view detail, const Problems& problems) {
    json::array errors;
    for (const Problem& problem : problems) {
        json::object error;
        error["pointer"] = problem.where;
        error["detail"] = problem.text;
        errors.push_back(std::move(error));
    }
    json::object extra;
    extra["errors"] = std::move(errors);
    return problem_response(status, detail, extra);
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
