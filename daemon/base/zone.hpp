// Time zones: instants to local time and back. The only user of the date library.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace werktdoord {

using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;
using LocalDay = std::chrono::local_days;

// A named zone of the tz database. Cheap to copy; safe to share between threads.
class Zone {
public:
    // Fails on a name that the tz database of this machine does not have.
    static Result<Zone> find(const std::string& name);

    LocalTime to_local(Instant instant) const;
    LocalDay day_of(Instant instant) const;

    // The instant of a local time. One that daylight saving skips becomes the first instant after
    // the gap, one that occurs twice the first (contract section 6).
    Instant to_instant(LocalTime local) const;

    // RFC 3339 with this zone's offset at that instant: "2026-11-23T17:00:00+01:00".
    std::string to_rfc3339(Instant instant) const;

    const std::string& name() const { return name_; }

private:
    Zone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}

    std::string name_;
    const void* zone_;
};

// "2026-12-25".
std::string to_string(LocalDay day);

// Reads "2026-12-25"; fails on anything else and on dates that do not exist.
Result<LocalDay> parse_day(std::string_view text);

}  // namespace werktdoord
