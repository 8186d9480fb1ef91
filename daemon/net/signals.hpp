// Signals of the system as calls on the network thread: stop and reload.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>

namespace werktdoord {

// From here on a write to a pipe that nobody reads fails like any other: whoever reads the log may
// go, the daemon stays. For the whole process.
void ignore_broken_pipes();

class Signals {
public:
    // `stop` on SIGTERM and SIGINT, `reload` on SIGHUP; each may be called more than once.
    Signals(boost::asio::io_context& io, std::function<void()> stop, std::function<void()> reload);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    // Listens no more, so that the loop can return. Called on the network thread; idempotent.
    void cancel();

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace werktdoord
