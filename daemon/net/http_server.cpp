#include "net/http_server.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include "net/as_result.hpp"
#include "net/connection_table.hpp"
#include "net/task_group.hpp"

namespace werktdoord {
namespace asio = boost::asio;
using asio::ip::tcp;
// Shared with its coroutines, so that it outlives them however the loop ends.
class HttpServer::Impl : public std::enable_shared_from_this<HttpServer::Impl> {
public:
    Impl(asio::io_context& io, HttpService service, NetReport report)
        : io_(io),
          service_(std::move(service)),
          report_(std::move(report)),
          acceptor_(io),
          pause_(io),
          connections_([this] { pause_.cancel(); }),
          tasks_(io.get_executor(), report_) {
        load_.relieve = [this] { connections_.free_memory(); };
    }

    Result<void> start(tcp::acceptor bound, std::shared_ptr<TlsContext> tls);
    void take_tls(std::shared_ptr<TlsContext> tls);
    void drain(Millis bound, std::function<void()> drained);

    std::uint16_t port() const {
        boost::system::error_code error;
        const auto endpoint = acceptor_.local_endpoint(error);
        return error ? std::uint16_t{0} : endpoint.port();
    }
    asio::io_context& io() { return io_; }
    std::size_t in_flight() const { return load_.in_flight; }

private:
    asio::awaitable<void> accept_all(std::shared_ptr<Impl> self);
    asio::awaitable<void> pause();
    asio::awaitable<void> serve(std::shared_ptr<Impl> self,
                                std::shared_ptr<HttpConnection> connection, std::string address);
    void adopt(tcp::socket socket);

    asio::io_context& io_;
    HttpService service_;
    NetReport report_;
    tcp::acceptor acceptor_;
    asio::steady_timer pause_;
    HttpLoad load_;
    ConnectionTable connections_;
    bool draining_ = false;
    std::shared_ptr<TlsContext> tls_;  // null: plain
    TaskGroup tasks_;
};

Result<void> HttpServer::Impl::start(tcp::acceptor bound, std::shared_ptr<TlsContext> tls) {
    tls_ = std::move(tls);
    acceptor_ = std::move(bound);
    boost::system::error_code error;
    acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return Problem{"port " + std::to_string(port()), "cannot listen here: " + error.message()};
    tasks_.spawn("http.accept", accept_all(shared_from_this()));
    return {};
}

asio::awaitable<void> HttpServer::Impl::accept_all(std::shared_ptr<Impl>) {
    while (!draining_) {
        auto [error, socket] = co_await acceptor_.async_accept(as_result);
        if (draining_) co_return;
        if (!error) {
            adopt(std::move(socket));
        } else if (error != asio::error::connection_aborted) {
            report_("http.accept", error.message());
            co_await pause();
        }
        // The next one waits in the kernel's queue until one of us has gone.
        while (!draining_ && connections_.size() > service_.limits.connections) {
            connections_.make_room();
            co_await pause();
        }
    }
}

asio::awaitable<void> HttpServer::Impl::pause() {
    pause_.expires_after(accept_pause);
    const auto [cancelled] = co_await pause_.async_wait(as_result);
    static_cast<void>(cancelled);
}

void HttpServer::Impl::adopt(tcp::socket socket) {
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error) return;  // it left before we looked
    socket.set_option(tcp::no_delay(true), error);
    const std::string remote = peer.address().to_string();
    auto stream =
        tls_ ? tls_->make_stream(std::move(socket)) : make_plain_stream(std::move(socket));
    auto connection = std::make_shared<HttpConnection>(io_.get_executor(), std::move(stream),
                                                       remote, service_, load_);
    tasks_.spawn("http.connection", serve(shared_from_this(), std::move(connection), remote));
}

asio::awaitable<void> HttpServer::Impl::serve(std::shared_ptr<Impl> self,
                                              std::shared_ptr<HttpConnection> connection,
                                              std::string address) {
    const ConnectionTable::Seat seat(self->connections_, connection, address);
    co_await connection->run();
}

void HttpServer::Impl::take_tls(std::shared_ptr<TlsContext> tls) {
    asio::post(io_, [self = shared_from_this(), taken = std::move(tls)]() mutable {
        self->tls_ = std::move(taken);
    });
}

void HttpServer::Impl::drain(Millis bound, std::function<void()> drained) {
    draining_ = true;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    connections_.drain();
    tasks_.drain(bound, std::move(drained));
}

HttpServer::HttpServer(asio::io_context& io, HttpService service, NetReport report)
    : impl_(std::make_shared<Impl>(io, std::move(service), std::move(report))) {}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::start(const ListenAddress& listen) {
    auto bound = bound_to(impl_->io(), listen);
    if (!bound) return bound.error();
    return impl_->start(std::move(*bound), listen.tls);
}
Result<void> HttpServer::start(tcp::acceptor bound, std::shared_ptr<TlsContext> tls) {
    return impl_->start(std::move(bound), std::move(tls));
}
void HttpServer::take_tls(std::shared_ptr<TlsContext> tls) {
    impl_->take_tls(std::move(tls));
}
std::uint16_t HttpServer::port() const {
    return impl_->port();
}
std::size_t HttpServer::in_flight() const {
    return impl_->in_flight();
}
void HttpServer::drain(Millis bound, std::function<void()> drained) {
    impl_->drain(bound, std::move(drained));
}

}  // namespace werktdoord
