#include "cli/wait_for_store.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <stdexcept>

#include "base/sparingly.hpp"
#include "cli/daemon_parts.hpp"
#include "engine/limits.hpp"
#include "engine/probe.hpp"
#include "net/limits.hpp"
#include "net/problem_response.hpp"
#include "net/system_salt.hpp"
#include "net/watchdog.hpp"

namespace werktdoord {
namespace {

class StoreWait {
public:
    StoreWait(Lasting& lasting, const std::string& why)
        : lasting_(lasting),
          server_(io_, HttpService{HttpLimits(), answer(), [](int) {}, time_},
                  [](const std::string&, const std::string&) {}),
          watchdog_(io_),
          pause_(io_) {
        lasting_.metrics.ready(false);
        tell(why);
    }
    ~StoreWait() { lasting_.signals.hush(); }
    StoreWait(const StoreWait&) = delete;
    StoreWait& operator=(const StoreWait&) = delete;

    bool run() {
        const Result<void> started = server_.start(listen_address(lasting_.config(), lasting_.tls));
        if (!started) throw std::runtime_error(started.error().text);
        watchdog_.start();
        // For systemd it serves: a start that lasts as long as the disk fails would be ended.
        lasting_.notes.ready("waiting for the store");
        wait();
        // A reload is for the daemon: it waits until that serves.
        lasting_.signals.listen([this] { stop(); }, nullptr);
        io_.run();
        lasting_.signals.hush();
        if (broken_) std::rethrow_exception(broken_);
        if (well_) log_.line(LogLevel::info, "store.recovered");
        return well_ && !told_to_stop_;
    }

private:
    HttpHandler answer() {
        return [this](const HttpRequest& request, const HttpRespond& respond) {
            if (request.method == "GET" && request.path == "/healthz")
                return respond(json_response(200, R"({"status":"ok"})"));
            if (request.method == "GET" && request.path == "/metrics")
                return respond(numbers_response(lasting_.metrics));
            respond(
                try_again(503, "Not ready: the store cannot be written now.", retry_after_seconds));
        };
    }

    void wait() {
        pause_.expires_after(limits::failing_pause);
        pause_.async_wait([this](const boost::system::error_code& cancelled) {
            if (!cancelled && !ended_) look();
        });
    }

    void look() {
        try {
            const std::unique_ptr<Store> store = open_or_create(lasting_.config(), salts_);
            probe(*store, time_.now());
            return end(true);
        } catch (const StoreFault& fault) {
            if (!fault.retry && !fault.damaged) return fail();
            tell(fault.what());
        }
        wait();
    }

    void fail() {
        broken_ = std::current_exception();
        end(false);
    }

    void tell(const std::string& why) {
        if (!told_.tells(why, time_.now())) return;
        log_.line(LogLevel::error, "store.failed", {{"reason", why}});
    }

    // From any thread.
    void stop() {
        told_to_stop_ = true;
        lasting_.notes.stopping();
        boost::asio::post(io_, [this] { end(false); });
    }

    void end(bool well) {
        if (ended_) return;
        ended_ = true;
        well_ = well;
        pause_.cancel();
        watchdog_.cancel();
        server_.drain(drain_bound, [] {});
    }

    Lasting& lasting_;
    const TimeSource& time_ = lasting_.time;
    Log& log_ = lasting_.log;
    SystemSalts salts_;
    boost::asio::io_context io_;
    HttpServer server_;
    Watchdog watchdog_;
    boost::asio::steady_timer pause_;
    Sparingly told_{limits::failing_told_every};
    std::exception_ptr broken_;
    std::atomic<bool> told_to_stop_ = false;
    bool ended_ = false;
    bool well_ = false;
};

}  // namespace

bool wait_for_store(Lasting& lasting, const std::string& why) {
    return StoreWait(lasting, why).run();
}

}  // namespace werktdoord
