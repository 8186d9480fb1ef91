#include "engine/recorder.hpp"

namespace werktdoord {

void Recorder::record(const Events& events) {
    for (const Event& event : events) record(event);
}

JournalLine Recorder::record(Event event) {
    if (event.name == EventName::mail_joined) {
        const auto waiting = store_.waiting_status(event.request.value());
        event.mail = waiting.value_or(0);
        if (!waiting) event.name = EventName::mail_queued;
    }
    JournalLine line = store_.append(event);
    told_.push_back({std::move(event), line});
    return line;
}

}  // namespace werktdoord
