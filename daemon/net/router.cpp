#include "net/router.hpp"

#include <algorithm>
#include <exception>
#include <optional>

#include "net/http_target.hpp"
#include "net/limits.hpp"
#include "net/problem_response.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {
namespace {

using Segments = std::vector<std::string>;

bool takes_any(const std::string& segment) {
    return segment.starts_with('{');
}

// The values that a pattern takes out of a path; nothing when it does not fit.
std::optional<Segments> fit(const Segments& pattern, const Segments& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    Segments captured;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!takes_any(pattern[i])) {
            if (pattern[i] != path[i]) return std::nullopt;
        } else if (path[i].empty()) {
            return std::nullopt;
        } else {
            captured.push_back(path[i]);
        }
    }
    return captured;
}

void add_method(std::string& allow, std::string_view method) {
    if (!allow.empty()) allow += ", ";
    allow += method;
    if (method == "GET") allow += ", HEAD";
}

HttpResponse not_allowed(const HttpRequest& request, std::string allow) {
    HttpResponse response;
    if (request.method == "OPTIONS") {
        response.status = 204;
    } else {
        response = problem_response(405, "This address takes " + allow + ".");
    }
    response.headers.emplace_back("Allow", std::move(allow));
    return response;
}

}  // namespace

struct Router::Found {
    const Endpoint* endpoint = nullptr;
    std::string_view pattern = "none";
    Segments captured;
    std::string allow;  // the methods of the path, when the one asked for is not among them
};

Router::Router(std::vector<Endpoint> endpoints, RouteObserver observer, RouteFault fault,
               RouteBusy busy)
    : endpoints_(std::move(endpoints)),
      observer_(std::move(observer)),
      fault_(std::move(fault)),
      busy_(std::move(busy)) {
    for (const Endpoint& endpoint : endpoints_)
        patterns_.push_back(path_segments(endpoint.pattern));
}

Router::Found Router::find(const HttpRequest& request) const {
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    const Segments path = path_segments(request.path);
    Found found;
    for (std::size_t i = 0; i < endpoints_.size(); ++i) {
        auto captured = fit(patterns_[i], path);
        if (!captured) continue;
        const Endpoint& endpoint = endpoints_[i];
        // A pattern without captures is the more exact one of two that fit.
        if (found.pattern != "none" && endpoint.pattern != found.pattern && !captured->empty())
            continue;
        if (endpoint.pattern != found.pattern) found = Found();
        found.pattern = endpoint.pattern;
        add_method(found.allow, endpoint.method);
        if (endpoint.method != method) continue;
        found.endpoint = &endpoint;
        found.captured = std::move(*captured);
    }
    return found;
}

std::string_view Router::known_method(const std::string& method) const {
    if (method == "HEAD") return "HEAD";
    const auto known = std::find_if(endpoints_.begin(), endpoints_.end(),
                                    [&](const auto& each) { return each.method == method; });
    return known == endpoints_.end() ? "other" : known->method;
}

void Router::handle(HttpRequest request, HttpRespond respond) const {
    Found found = find(request);
    const Stopwatch watch;
    HttpRespond observed = [this, watch, pattern = found.pattern,
                            method = known_method(request.method),
                            respond = std::move(respond)](HttpResponse response) {
        observer_(pattern, method, response.status, watch.seconds());
        respond(std::move(response));
    };
    if (found.endpoint == nullptr) {
        if (found.allow.empty())
            return observed(problem_response(404, "There is nothing at this address."));
        return observed(not_allowed(request, std::move(found.allow)));
    }
    if (!found.endpoint->always && busy_())
        return observed(try_again(503, "Too much is asked here at once.", retry_after_seconds));
    request.captured = std::move(found.captured);
    try {
        found.endpoint->handler(std::move(request), observed);
    } catch (const std::exception& error) {
        fault_(found.pattern, error.what());
        observed(problem_response(500, "Something went wrong here; it is in the log."));
    }
}

}  // namespace werktdoord
