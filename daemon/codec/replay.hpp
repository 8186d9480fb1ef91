// A case rebuilt from its lines of the journal by `evolve`, and held against the stored one.
#pragma once

#include <optional>

#include "codec/journal_read.hpp"
#include "core/case.hpp"

namespace werktdoord {

// Of one request. The lines come in order of seq, all of them.
class Replay {
public:
    // Builds an event into the case.
    void next(const JournalEvent& told);

    // What the stored case has otherwise than the journal tells (case_differences.hpp).
    Problems differences(const Case& stored) const;

    const Case& state() const { return case_; }

private:
    void tell_data(Event& event);
    void tell_when(Event& event);

    Case case_;
    std::optional<Event> cause_;  // the last event that clocks run on
    bool data_known_ = true;
};

}  // namespace werktdoord
