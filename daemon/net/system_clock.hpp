// The clock of this machine: the only place that asks it for the time.
#pragma once

#include <chrono>
#include <cstdint>

#include "engine/time_source.hpp"

namespace werktdoord {

// The time of day.
class SystemClock final : public TimeSource {
public:
    Instant now() const override;
};

// Time that has passed; the clock being set does not touch it.
class Stopwatch {
public:
    Stopwatch();
    double seconds() const;

private:
    std::chrono::steady_clock::time_point start_;
};

// CLOCK_MONOTONIC in microseconds, as systemd counts.
std::int64_t monotonic_microseconds();

}  // namespace werktdoord
