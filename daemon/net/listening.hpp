// Where the daemon listens: an address bound ahead of all that relies on it.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "net/tls_stream.hpp"

namespace werktdoord {

// Where to listen. Port 0: one that is free, see HttpServer::port().
struct ListenAddress {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::shared_ptr<TlsContext> tls{};  // null: plain HTTP
};

// The address is taken; nobody can connect before it listens. Fails on an address that is none, and
// on one that another process has.
Result<boost::asio::ip::tcp::acceptor> bound_to(boost::asio::io_context& io,
                                                const ListenAddress& listen);

}  // namespace werktdoord
