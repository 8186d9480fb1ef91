// What we tell systemd about ourselves (sd_notify(3)). Does nothing when systemd did not start us.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace werktdoord {

// The turns of our life, told in an order that fits: nothing follows stopping(). Thread-safe.
class SystemdNotes {
public:
    // Listening, store open, rules loaded; or the end of a reload, whether the new rules were taken
    // or not.
    void ready(const std::string& status);

    // A reload begins.
    void reloading();
    void stopping();

private:
    std::mutex mutex_;
    bool stopping_ = false;
};

void notify_watchdog();

// How often notify_watchdog is to be called: half of WatchdogSec. Nothing when no watchdog is set.
std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace werktdoord
