// The HTTP server: listens, keeps the connections and drains them at the end.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "net/http_connection.hpp"
#include "net/listening.hpp"

namespace werktdoord {

// Told of what goes wrong in a connection; one English line, no personal data.
using NetReport = std::function<void(const std::string& where, const std::string& what)>;

// All members but start(), port() and take_tls() are called on the thread that runs the io_context.
class HttpServer {
public:
    HttpServer(boost::asio::io_context& io, HttpService service, NetReport report);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // Binds and listens. Fails on an address that is none or cannot be bound.
    Result<void> start(const ListenAddress& listen);

    // Listens at an address that is bound already, without `tls` in plain HTTP. Fails when another
    // process took it since.
    Result<void> start(boost::asio::ip::tcp::acceptor bound, std::shared_ptr<TlsContext> tls);

    // The certificate of connections to come; those that there are keep theirs. From any thread.
    // REQUIRES: it listens with TLS.
    void take_tls(std::shared_ptr<TlsContext> tls);

    // The port that is bound; 0 before start().
    std::uint16_t port() const;

    // Requests that a handler has and has not answered, the one it is called with among them.
    std::size_t in_flight() const;

    // Stops accepting, closes idle connections, lets what is in flight finish within `bound`, then
    // cancels the rest. `drained` is called when nothing of the server runs any more.
    void drain(Millis bound, std::function<void()> drained);

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace werktdoord
