// HTTP requests and responses as plain values, so that handlers know no HTTP library.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace werktdoord {

using NamedValues = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
    std::string method;                 // as sent: "GET"
    std::string path;                   // as sent, without the query; percent-encoded
    NamedValues query;                  // decoded, in the order sent
    NamedValues headers;                // names in lower case, in the order sent
    std::string body;                   // raw bytes
    std::string remote;                 // address of the peer
    std::vector<std::string> captured;  // values of the `{…}` of the route, set by the router

    // The value of a header that was sent exactly once; nothing when missing or repeated.
    std::optional<std::string> header(std::string_view lower_case_name) const;
    // Whether its body is said to be of this media type, written in lower case; parameters aside.
    bool has_type(std::string_view type) const;
};

struct HttpResponse {
    int status = 200;
    NamedValues headers;
    std::string body;
};

// Answers one request: called exactly once, from any thread. When it is dropped without a call
// the client gets a 500.
using HttpRespond = std::function<void(HttpResponse)>;

// Takes a request on the network thread; must not block there.
using HttpHandler = std::function<void(HttpRequest, HttpRespond)>;

}  // namespace werktdoord
