// The router: a table of method, path and handler; 404 and 405 for what is not in it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http_message.hpp"

namespace werktdoord {

// `pattern` is a path whose `{name}` segments take any one segment: "/v1/requests/{number}". The
// handler finds their values in HttpRequest::captured. Literal segments win over taken ones.
struct Endpoint {
    std::string_view method;
    std::string_view pattern;
    HttpHandler handler;
    bool always = false;  // served under overload too: what tells how the daemon is
};

// Told of every answer: the pattern (never the path; "none" when nothing fits), method ("other"
// for one that no endpoint has), status and seconds it took. Called on the answering thread.
using RouteObserver = std::function<void(std::string_view pattern, std::string_view method,
                                         int status, double seconds)>;

// Told of a handler that threw; the client gets a 500.
using RouteFault = std::function<void(std::string_view pattern, std::string_view what)>;

// Whether too much waits already: then all but the endpoints served always answer 503.
using RouteBusy = std::function<bool()>;

class Router {
public:
    Router(std::vector<Endpoint> endpoints, RouteObserver observer, RouteFault fault,
           RouteBusy busy);

    // HEAD is served by the GET endpoint. OPTIONS tells the methods of a path.
    void handle(HttpRequest request, HttpRespond respond) const;

    const std::vector<Endpoint>& endpoints() const { return endpoints_; }

private:
    struct Found;

    Found find(const HttpRequest& request) const;
    std::string_view known_method(const std::string& method) const;

    std::vector<Endpoint> endpoints_;
    std::vector<std::vector<std::string>> patterns_;  // the segments of each endpoint's
    RouteObserver observer_;
    RouteFault fault_;
    RouteBusy busy_;
};

}  // namespace werktdoord
