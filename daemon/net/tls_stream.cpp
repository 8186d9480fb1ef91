#include "net/tls_stream.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace werktdoord {
namespace asio = boost::asio;
namespace {

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

class TlsStream final : public ByteStream {
public:
    TlsStream(asio::ip::tcp::socket socket, asio::ssl::context& context)
        : stream_(std::move(socket), context) {}

    asio::awaitable<bool> handshake() override {
        const auto [error] =
            co_await stream_.async_handshake(asio::ssl::stream_base::server, as_result);
        co_return !error;
    }

    asio::awaitable<std::size_t> read_some(std::span<char> into) override {
        const auto buffer = asio::buffer(into.data(), into.size());
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
    }

    void interrupt() override {
        boost::system::error_code ignored;
        stream_.next_layer().cancel(ignored);
    }

private:
    asio::ssl::stream<asio::ip::tcp::socket> stream_;
};

}  // namespace

struct TlsContext::Impl {
    asio::ssl::context context{asio::ssl::context::tls_server};
};

TlsContext::TlsContext(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

TlsContext::~TlsContext() = default;

Result<std::shared_ptr<TlsContext>> TlsContext::load(const TlsFiles& files) {
    auto impl = std::make_unique<Impl>();
    auto& context = impl->context;
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                        asio::ssl::context::no_tlsv1_1 | asio::ssl::context::single_dh_use);
    boost::system::error_code error;
    context.use_certificate_chain_file(files.certificate, error);
    if (error) return Problem{files.certificate, "is no certificate chain: " + error.message()};
    context.use_private_key_file(files.key, asio::ssl::context::pem, error);
    if (error)
        return Problem{files.key, "is no private key of the certificate: " + error.message()};
    return std::shared_ptr<TlsContext>(new TlsContext(std::move(impl)));
}

std::unique_ptr<ByteStream> TlsContext::make_stream(asio::ip::tcp::socket socket) {
    return std::make_unique<TlsStream>(std::move(socket), impl_->context);
}

}  // namespace werktdoord
