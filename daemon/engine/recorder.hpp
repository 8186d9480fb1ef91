// The recorder: appends events to the journal and keeps what is to be told once it is committed.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/decide.hpp"
#include "store/store.hpp"

namespace werktdoord {

// An event with its line of the journal.
struct Told {
    Event event;
    JournalLine line;
};

class Recorder {
public:
    explicit Recorder(Store& store) : store_(store) {}

    void record(Events events);

    // News that joins a mail finds the one that waits; when it waits no longer (a person sent or
    // dropped it) the news becomes a mail of its own: it is never lost.
    // The line is valid until the next call. When the store fails the event may stay among those
    // recorded: the caller goes back, or forgets them all.
    const JournalLine& record(Event happened);

    // For an undone savepoint: forgets what was recorded after `mark`.
    std::size_t mark() const { return told_.size(); }
    void back_to(std::size_t mark) {
        told_.erase(told_.begin() + static_cast<std::ptrdiff_t>(mark), told_.end());
    }

    // What was recorded since the last call.
    std::vector<Told> take();

private:
    const JournalLine& append(Event&& happened);

    Store& store_;
    std::vector<Told> told_;
};

}  // namespace werktdoord
