#include "net/signals.hpp"

#include <boost/asio/signal_set.hpp>
#include <csignal>

namespace werktdoord {

void ignore_broken_pipes() {
    std::signal(SIGPIPE, SIG_IGN);
}

struct Signals::Impl : std::enable_shared_from_this<Impl> {
    Impl(boost::asio::io_context& io, std::function<void()> on_stop,
         std::function<void()> on_reload)
        : set(io, SIGTERM, SIGINT, SIGHUP),
          stop(std::move(on_stop)),
          reload(std::move(on_reload)) {}

    void wait() {
        set.async_wait(
            [self = shared_from_this()](const boost::system::error_code& error, int number) {
                if (error || self->cancelled) return;
                self->wait();
                number == SIGHUP ? self->reload() : self->stop();
            });
    }

    boost::asio::signal_set set;
    std::function<void()> stop;
    std::function<void()> reload;
    bool cancelled = false;
};

Signals::Signals(boost::asio::io_context& io, std::function<void()> stop,
                 std::function<void()> reload)
    : impl_(std::make_shared<Impl>(io, std::move(stop), std::move(reload))) {
    impl_->wait();
}

Signals::~Signals() {
    cancel();
}

void Signals::cancel() {
    impl_->cancelled = true;
    boost::system::error_code ignored;
    impl_->set.cancel(ignored);
}

}  // namespace werktdoord
