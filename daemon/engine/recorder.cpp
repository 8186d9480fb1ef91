#include "engine/recorder.hpp"

namespace werktdoord {

void Recorder::record(const Events& events) {
    for (const Event& event : events) record(event);
}

JournalLine Recorder::record(const Event& event) {
    JournalLine line = store_.append(event);
    told_.push_back({event, line});
    return line;
}

}  // namespace werktdoord
