#include "net/http_front.hpp"

#include <string>

namespace werktdoord {
namespace {

void add(std::vector<Endpoint>& all, std::vector<Endpoint> more) {
    for (Endpoint& endpoint : more) all.push_back(std::move(endpoint));
}

void add_guarded(std::vector<Endpoint>& all, const Bearer& bearer, ApiRole role,
                 std::vector<Endpoint> more) {
    for (Endpoint& endpoint : more) {
        endpoint.handler = bearer.guard(role, std::move(endpoint.handler));
        all.push_back(std::move(endpoint));
    }
}

}  // namespace

struct HttpFront::Parts {
    Parts(boost::asio::io_context& io, HttpDeps deps)
        : context{deps.gateway, deps.readers, deps.time,
                  deps.metrics, deps.log,     std::move(deps.warnings)},
          bearer(deps.tokens),
          intake(deps.gateway, deps.time, deps.metrics, deps.log, std::move(deps.sources),
                 deps.tolerance, deps.rate),
          router(endpoints(std::move(deps.more)), observer(), fault(),
                 [this, most = deps.limits.in_flight] { return server.in_flight() > most; }),
          server(io, service(deps.limits), report()) {}

    std::vector<Endpoint> endpoints(std::vector<Endpoint> more) {
        std::vector<Endpoint> all;
        auto submit = [this](HttpRequest request, HttpRespond respond) {
            intake.handle(std::move(request), std::move(respond));
        };
        all.push_back({"POST", "/v1/intake", std::move(submit)});
        add_guarded(all, bearer, ApiRole::team, event_endpoints(context));
        add_guarded(all, bearer, ApiRole::team, desk_endpoints(context));
        add_guarded(all, bearer, ApiRole::read, request_endpoints(context));
        add_guarded(all, bearer, ApiRole::read, planning_endpoints(context));
        add_guarded(all, bearer, ApiRole::read, figures_endpoints(context));
        add_guarded(all, bearer, ApiRole::read, case_endpoints(context));
        add(all, health_endpoints(context));
        add(all, std::move(more));
        return all;
    }

    RouteObserver observer() {
        return [this](std::string_view pattern, std::string_view method, int status,
                      double seconds) { context.metrics.http(pattern, method, status, seconds); };
    }

    RouteFault fault() {
        return [this](std::string_view pattern, std::string_view what) {
            context.log.line(LogLevel::error, "http.failed",
                             {{"route", std::string(pattern)}, {"reason", std::string(what)}});
        };
    }

    HttpService service(const HttpLimits& limits) {
        auto handler = [this](HttpRequest request, HttpRespond respond) {
            if (request.method == "POST") context.gateway.expect();
            router.handle(std::move(request), std::move(respond));
        };
        auto refused = [this](int status) {
            context.metrics.http("none", "other", status, 0);
            context.log.line(LogLevel::debug, "http.refused", {{"status", std::to_string(status)}});
        };
        return HttpService{limits, std::move(handler), std::move(refused), context.time};
    }

    NetReport report() {
        return [this](const std::string& where, const std::string& what) {
            context.log.sparingly(LogLevel::error, "http.failed",
                                  {{"where", where}, {"reason", what}});
        };
    }

    ApiContext context;
    Bearer bearer;
    IntakeHandler intake;
    Router router;
    HttpServer server;
};

HttpFront::HttpFront(boost::asio::io_context& io, HttpDeps deps)
    : parts_(std::make_unique<Parts>(io, std::move(deps))) {}

HttpFront::~HttpFront() = default;

Result<void> HttpFront::start(boost::asio::ip::tcp::acceptor bound,
                              std::shared_ptr<TlsContext> tls) {
    return parts_->server.start(std::move(bound), std::move(tls));
}
void HttpFront::take_tls(std::shared_ptr<TlsContext> tls) {
    parts_->server.take_tls(std::move(tls));
}
std::uint16_t HttpFront::port() const {
    return parts_->server.port();
}
void HttpFront::drain(Millis bound, std::function<void()> drained) {
    parts_->server.drain(bound, std::move(drained));
}
const std::vector<Endpoint>& HttpFront::endpoints() const {
    return parts_->router.endpoints();
}

}  // namespace werktdoord
