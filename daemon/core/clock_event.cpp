#include "core/clock_event.hpp"

namespace werktdoord {

Event clock_event(const Progress& progress, EventName name, const Clock& clock) {
    Event event = progress.event(name);
    event.clock = clock.name;
    event.region = clock.region;
    event.wsp = clock.wsp;
    event.referral = clock.referral;
    return event;
}

}  // namespace werktdoord
