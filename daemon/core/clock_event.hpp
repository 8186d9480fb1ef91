// An event about one clock. Pure.
#pragma once

#include "core/progress.hpp"

namespace werktdoord {

// An event of this case at this instant that names the clock, to be filled in.
Event clock_event(const Progress& progress, EventName name, const Clock& clock);

}  // namespace werktdoord
