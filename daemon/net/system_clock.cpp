#include "net/system_clock.hpp"

namespace werktdoord {

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Stopwatch::Stopwatch() : start_(std::chrono::steady_clock::now()) {}

double Stopwatch::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::int64_t monotonic_microseconds() {
    // libstdc++ reads CLOCK_MONOTONIC for its steady clock.
    const auto since_boot = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::floor<std::chrono::microseconds>(since_boot).count();
}

}  // namespace werktdoord
