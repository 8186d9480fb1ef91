// A connection as a stream of bytes: plain TCP, or TLS on top of it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace werktdoord {

// Used on the network thread by one coroutine. Failures need no telling apart by the caller: the
// connection is over.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    // What has to be said before the first byte (TLS). False: the peer cannot be talked to.
    virtual boost::asio::awaitable<bool> handshake() = 0;

    // Waits for bytes; 0 when the peer ended, the connection failed or interrupt() was called.
    virtual boost::asio::awaitable<std::size_t> read_some(std::span<char> into) = 0;

    // Writes all; false when the connection failed or interrupt() was called. REQUIRES: the bytes
    // stay until it is done.
    virtual boost::asio::awaitable<bool> write_all(std::string_view bytes) = 0;

    // Tells the peer that nothing more will be written.
    virtual boost::asio::awaitable<void> finish_writing() = 0;

    // Ends the read or write that waits. The stream stays usable where the transport allows it.
    virtual void interrupt() = 0;
};

std::unique_ptr<ByteStream> make_plain_stream(boost::asio::ip::tcp::socket socket);

}  // namespace werktdoord
