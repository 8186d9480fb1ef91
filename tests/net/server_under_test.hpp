// The real HTTP server on a free port, with its loop on a thread, for tests.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <mutex>
#include <thread>

#include "net/http_server.hpp"

namespace werktdoord::test {

class FixedTime final : public TimeSource {
public:
    explicit FixedTime(Instant now) : now_(now) {}
    Instant now() const override { return now_; }

private:
    Instant now_;
};

// 2026-11-23T09:12:00Z, a Monday.
inline constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} +
                                std::chrono::hours(9) + std::chrono::minutes(12)};

// A handler: how long the body is.
inline void answer_with_length(HttpRequest request, HttpRespond respond) {
    HttpResponse response;
    response.body = std::to_string(request.body.size());
    respond(std::move(response));
}

class ServerUnderTest {
public:
    explicit ServerUnderTest(HttpHandler handler, HttpLimits limits = {},
                             std::shared_ptr<TlsContext> tls = {}) {
        HttpService service{limits, std::move(handler), [this](int status) { note(status); },
                            time_};
        server_.emplace(io_, std::move(service),
                        [this](const std::string&, const std::string& what) {
                            const std::lock_guard lock(mutex_);
                            reports_ += what + "\n";
                        });
        const auto started = server_->start(ListenAddress{"127.0.0.1", 0, std::move(tls)});
        if (!started) throw std::runtime_error(started.error().text);
        port_ = server_->port();
        thread_ = std::thread([this] { io_.run(); });
    }
    ~ServerUnderTest() { stop(Millis(2000)); }
    ServerUnderTest(const ServerUnderTest&) = delete;
    ServerUnderTest& operator=(const ServerUnderTest&) = delete;

    std::uint16_t port() const { return port_; }

    void take_tls(std::shared_ptr<TlsContext> tls) { server_->take_tls(std::move(tls)); }

    // Begins the drain; returns at once.
    void drain(Millis bound) {
        boost::asio::post(io_,
                          [this, bound] { server_->drain(bound, [this] { drained_ = true; }); });
    }

    // Drains and waits until the loop has returned by itself.
    void stop(Millis bound) {
        if (!thread_.joinable()) return;
        if (!draining_) drain(bound);
        thread_.join();
    }

    // Waits for a drain begun before.
    bool join() {
        draining_ = true;
        thread_.join();
        return drained_;
    }

    std::string reports() {
        const std::lock_guard lock(mutex_);
        return reports_;
    }
    std::vector<int> refused() {
        const std::lock_guard lock(mutex_);
        return refused_;
    }

private:
    void note(int status) {
        const std::lock_guard lock(mutex_);
        refused_.push_back(status);
    }

    FixedTime time_{monday};
    std::mutex mutex_;
    std::string reports_;
    std::vector<int> refused_;
    boost::asio::io_context io_;
    std::optional<HttpServer> server_;
    std::uint16_t port_ = 0;
    bool draining_ = false;
    std::atomic<bool> drained_ = false;
    std::thread thread_;
};

}  // namespace werktdoord::test
