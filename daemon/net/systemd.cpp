#include "net/systemd.hpp"

#include <systemd/sd-daemon.h>

#include <algorithm>

#include "net/system_clock.hpp"

namespace werktdoord {
namespace {

// A line break would begin another assignment of the protocol.
std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

}  // namespace

void SystemdNotes::ready(const std::string& status) {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    sd_notify(0, ("READY=1\nSTATUS=" + one_line(status)).c_str());
}

void SystemdNotes::reloading() {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    sd_notify(0, ("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(monotonic_microseconds()) +
                  "\nSTATUS=De regels worden opnieuw gelezen.")
                     .c_str());
}

void SystemdNotes::stopping() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    sd_notify(0, "STOPPING=1\nSTATUS=Stopt: rondt af wat bezig is.");
}

void notify_watchdog() {
    sd_notify(0, "WATCHDOG=1");
}

std::optional<std::chrono::microseconds> watchdog_interval() {
    std::uint64_t limit = 0;
    if (sd_watchdog_enabled(0, &limit) <= 0) return std::nullopt;
    return std::chrono::microseconds(limit / 2);
}

}  // namespace werktdoord
