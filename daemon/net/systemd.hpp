// What we tell systemd about ourselves (sd_notify(3)). Does nothing when systemd did not start us.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace werktdoord {

// Listening, store open, rules loaded.
void notify_ready(const std::string& status);

// A reload begins; notify_ready ends it, whether the new rules were taken or not.
void notify_reloading();
void notify_stopping();

void notify_watchdog();

// How often notify_watchdog is to be called: half of WatchdogSec. Nothing when no watchdog is set.
std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace werktdoord
