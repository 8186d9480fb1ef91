// What the connections of one server carry together, so that it can shed before it drowns.
#pragma once

#include <cstddef>
#include <functional>

namespace werktdoord {

// Used on the network thread only.
struct HttpLoad {
    std::size_t in_flight = 0;   // requests that a handler has and has not answered
    std::size_t held_bytes = 0;  // requests and answers in memory
    // Called when more is held than HttpLimits::held_bytes: makes somebody give way.
    std::function<void()> relieve;
};

// Counts a request as in flight while it lives.
class InFlight {
public:
    explicit InFlight(HttpLoad& load) : load_(load) { ++load_.in_flight; }
    ~InFlight() { --load_.in_flight; }
    InFlight(const InFlight&) = delete;
    InFlight& operator=(const InFlight&) = delete;

private:
    HttpLoad& load_;
};

}  // namespace werktdoord
