#include "engine/recorder.hpp"

namespace werktdoord {

void Recorder::record(Events events) {
    for (Event& event : events) append(std::move(event));
}

const JournalLine& Recorder::record(Event happened) {
    return append(std::move(happened));
}

const JournalLine& Recorder::append(Event&& happened) {
    Event& event = told_.emplace_back().event;
    event = std::move(happened);
    if (event.name == EventName::mail_joined) {
        const auto waiting = store_.waiting_status(event.request.value());
        event.mail = waiting.value_or(0);
        if (!waiting) event.name = EventName::mail_queued;
    }
    told_.back().line = store_.append(event);
    return told_.back().line;
}

std::vector<Told> Recorder::take() {
    std::vector<Told> next;
    next.reserve(told_.size());  // the next batch is likely to be as large
    return std::exchange(told_, std::move(next));
}

}  // namespace werktdoord
