#include "engine/recorder.hpp"

namespace werktdoord {

void Recorder::record(Events events) {
    for (Event& event : events) record(std::move(event));
}

const JournalLine& Recorder::record(Event event) {
    if (event.name == EventName::mail_joined) {
        const auto waiting = store_.waiting_status(event.request.value());
        event.mail = waiting.value_or(0);
        if (!waiting) event.name = EventName::mail_queued;
    }
    const JournalLine& line = told_.emplace_back(Told{{}, store_.append(event)}).line;
    told_.back().event = std::move(event);
    return line;
}

}  // namespace werktdoord
