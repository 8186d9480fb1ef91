// Plain TCP as a byte stream.
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include "net/as_result.hpp"
#include "net/byte_stream.hpp"

namespace werktdoord {
namespace asio = boost::asio;
namespace {

class PlainStream final : public ByteStream {
public:
    explicit PlainStream(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

    asio::awaitable<bool> handshake() override { co_return true; }

    asio::awaitable<std::size_t> read_some(std::span<char> into) override {
        const auto buffer = asio::buffer(into.data(), into.size());
        const auto [error, count] = co_await socket_.async_read_some(buffer, as_result);
        co_return error ? 0 : count;
    }

    asio::awaitable<bool> write_all(std::string_view bytes) override {
        const auto buffer = asio::buffer(bytes.data(), bytes.size());
        const auto [error, count] = co_await asio::async_write(socket_, buffer, as_result);
        co_return !error && count == bytes.size();
    }

    asio::awaitable<void> finish_writing() override {
        boost::system::error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        co_return;
    }

    void interrupt() override {
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }

private:
    asio::ip::tcp::socket socket_;
};

}  // namespace

std::unique_ptr<ByteStream> make_plain_stream(asio::ip::tcp::socket socket) {
    return std::make_unique<PlainStream>(std::move(socket));
}

}  // namespace werktdoord
