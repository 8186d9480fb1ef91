#include "net/watchdog.hpp"

#include "net/systemd.hpp"

namespace werktdoord {

void Watchdog::start() {
    const auto interval = watchdog_interval();
    if (!interval || cancelled_) return;
    notify_watchdog();
    timer_.expires_after(*interval);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) start();
    });
}

void Watchdog::cancel() {
    cancelled_ = true;
    timer_.cancel();
}

}  // namespace werktdoord
