#include "net/tls_stream.hpp"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include "net/as_result.hpp"
#include "net/tls_context_impl.hpp"

namespace werktdoord {
namespace asio = boost::asio;
namespace {

// For a person who wrote http:// where https:// was meant.
constexpr std::string_view speak_tls =
    "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 30\r\n"
    "Connection: close\r\n\r\nHTTPS is spoken at this port.\n";

bool is_plain_http(const boost::system::error_code& error) {
    const auto code = static_cast<unsigned>(error.value());
    return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_HTTP_REQUEST;
}

class TlsStream final : public ByteStream {
public:
    TlsStream(asio::ip::tcp::socket socket, std::shared_ptr<TlsContext> owner,
              asio::ssl::context& context)
        : owner_(std::move(owner)), stream_(std::move(socket), context) {}

    asio::awaitable<bool> handshake() override {
        const auto [error] =
            co_await stream_.async_handshake(asio::ssl::stream_base::server, as_result);
        if (!error) co_return true;
        const bool plain = is_plain_http(error);
        if (plain) co_await tell_plainly();
        co_return false;
    }

    asio::awaitable<std::size_t> read_some(std::span<char> into) override {
        const auto buffer = asio::buffer(into.data(), into.size());
        if (finished_) {
            const auto [error, count] =
                co_await stream_.next_layer().async_read_some(buffer, as_result);
            co_return error ? 0 : count;
        }
        const auto [error, count] = co_await stream_.async_read_some(buffer, as_result);
        co_return error ? 0 : count;
    }

    asio::awaitable<bool> write_all(std::string_view bytes) override {
        const auto buffer = asio::buffer(bytes.data(), bytes.size());
        const auto [error, count] = co_await asio::async_write(stream_, buffer, as_result);
        co_return !error && count == bytes.size();
    }

    asio::awaitable<void> finish_writing() override {
        const auto [ignored] = co_await stream_.async_shutdown(as_result);
        static_cast<void>(ignored);
        // Who still sends is not read as TLS any more, but read: else a reset would take away the
        // answer.
        finished_ = true;
        boost::system::error_code gone;
        stream_.next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, gone);
    }

    void interrupt() override {
        boost::system::error_code ignored;
        stream_.next_layer().cancel(ignored);
    }

private:
    asio::awaitable<void> tell_plainly() {
        auto& socket = stream_.next_layer();
        const auto buffer = asio::buffer(speak_tls.data(), speak_tls.size());
        const auto [error, count] = co_await asio::async_write(socket, buffer, as_result);
        static_cast<void>(count);
        boost::system::error_code ignored = error;
        socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    std::shared_ptr<TlsContext> owner_;
    asio::ssl::stream<asio::ip::tcp::socket> stream_;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> TlsContext::make_stream(asio::ip::tcp::socket socket) {
    return std::make_unique<TlsStream>(std::move(socket), shared_from_this(), impl_->context);
}

}  // namespace werktdoord
