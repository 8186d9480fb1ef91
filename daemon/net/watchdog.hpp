// Tells systemd from the event loop that the daemon lives, at half of WatchdogSec.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace werktdoord {

// Does nothing when systemd set no watchdog. Used on the network thread.
class Watchdog {
public:
    explicit Watchdog(boost::asio::io_context& io) : timer_(io) {}

    void start();

    // So that the loop can return.
    void cancel();

private:
    bool cancelled_ = false;
    boost::asio::steady_timer timer_;
};

}  // namespace werktdoord
