#include "net/signals.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <mutex>
#include <thread>
#include <utility>

namespace werktdoord {

void ignore_broken_pipes() {
    std::signal(SIGPIPE, SIG_IGN);
}

// On a loop of its own: those of the daemon come and go, and with the last listener the system
// would end the process again at a signal.
struct Signals::Impl {
    void wait() {
        set.async_wait([this](const boost::system::error_code& error, int number) {
            if (error || ended) return;
            const std::lock_guard lock(mutex);
            (number == SIGHUP ? reload_kept : stop_kept) = true;
            tell();
            wait();
        });
    }

    // With the mutex held.
    void tell() {
        if (stop && std::exchange(stop_kept, false)) stop();
        if (reload && std::exchange(reload_kept, false)) reload();
    }

    boost::asio::io_context io;
    boost::asio::signal_set set{io, SIGTERM, SIGINT, SIGHUP};
    std::mutex mutex;
    std::function<void()> stop;
    std::function<void()> reload;
    bool stop_kept = false;
    bool reload_kept = false;
    bool ended = false;  // on the thread
    std::thread thread;
};

Signals::Signals() : impl_(std::make_unique<Impl>()) {
    impl_->wait();
    impl_->thread = std::thread([impl = impl_.get()] { impl->io.run(); });
}

Signals::~Signals() {
    hush();
    boost::asio::post(impl_->io, [impl = impl_.get()] {
        impl->ended = true;
        boost::system::error_code ignored;
        impl->set.cancel(ignored);
    });
    impl_->thread.join();
}

void Signals::listen(std::function<void()> stop, std::function<void()> reload) {
    const std::lock_guard lock(impl_->mutex);
    impl_->stop = std::move(stop);
    impl_->reload = std::move(reload);
    impl_->tell();
}

void Signals::hush() {
    const std::lock_guard lock(impl_->mutex);
    impl_->stop = nullptr;
    impl_->reload = nullptr;
}

void Signals::keep_reload() {
    const std::lock_guard lock(impl_->mutex);
    impl_->reload_kept = true;
    impl_->tell();
}

}  // namespace werktdoord
