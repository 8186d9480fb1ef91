// Stimuli: what a simulation is fed, as JSON Lines (contract section 8).
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/event.hpp"
#include "core/model.hpp"

namespace werktdoord {

// One line. A request is named by what it was submitted `as`, or by its number; so are `with` and
// `of` of a draft.
struct Stimulus {
    struct Submitted {
        RequestData data;
        std::string as;
    };
    struct Recorded {
        std::string request;
        Event draft;
    };
    // What the API would have refused with 400.
    struct Invalid {
        std::string request;
        std::string reason;
    };
    Instant at;
    std::variant<Submitted, Recorded, Invalid> what;
};

// Reads all lines; empty ones are passed over. Fails with the line number of each line that is no
// JSON, has no instant, or is neither a submission nor an event.
Parsed<std::vector<Stimulus>> read_stimuli(std::string_view lines);

}  // namespace werktdoord
