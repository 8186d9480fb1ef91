// The port to the system clock: time comes in through here and nowhere else.
#pragma once

#include "base/instant.hpp"

namespace werktdoord {

class TimeSource {
public:
    virtual ~TimeSource() = default;
    virtual Instant now() const = 0;
};

}  // namespace werktdoord
