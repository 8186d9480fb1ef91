// The front of the daemon: everything that answers HTTP, built from what it needs.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <memory>
#include <vector>

#include "net/api_context.hpp"
#include "net/bearer.hpp"
#include "net/http_server.hpp"
#include "net/intake_handler.hpp"

namespace werktdoord {

struct HttpDeps {
    Gateway& gateway;
    ReaderPool& readers;
    const TimeSource& time;
    Metrics& metrics;
    Log& log;
    std::vector<IntakeSource> sources;
    std::chrono::seconds tolerance{300};
    RateLimit rate;
    std::vector<ApiToken> tokens;
    HttpLimits limits;           // body_bytes is `intake.max_body`
    std::vector<Endpoint> more;  // other endpoints, as the pages behind the links in mails
    std::function<std::vector<std::string>()> warnings{};  // for /readyz; may be empty
};

// REQUIRES: outlives the threads that answer (gateway, readers); the io_context outlives them all.
class HttpFront {
public:
    HttpFront(boost::asio::io_context& io, HttpDeps deps);
    ~HttpFront();
    HttpFront(const HttpFront&) = delete;
    HttpFront& operator=(const HttpFront&) = delete;

    // See HttpServer.
    Result<void> start(boost::asio::ip::tcp::acceptor bound, std::shared_ptr<TlsContext> tls);
    void take_tls(std::shared_ptr<TlsContext> tls);
    std::uint16_t port() const;
    void drain(Millis bound, std::function<void()> drained);

    // The table of routes, for tests and documents.
    const std::vector<Endpoint>& endpoints() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace werktdoord
