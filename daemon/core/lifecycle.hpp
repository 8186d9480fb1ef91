// The life cycle of a request: which event fits in which state (contract section 5), as one table.
// The 409 answer and docs/lifecycle.md are printed from it.
#pragma once

#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/event_name.hpp"

namespace werktdoord {

// What must hold beside the state.
enum class Needs {
    nothing,
    not_taken_up,        // nobody took it up
    decide_open,         // clock `decide` is open
    referral_open,       // a referral is open
    referral_forwarded,  // an open referral was forwarded
    introduction,        // employers were introduced before
    not_forgotten,       // its personal data are still there
    wsp_answered,        // the same, and a WSP is on record as having answered
};

struct LifecycleRow {
    EventName event;
    std::vector<State> states;
    Needs needs;
};

// The events a person can record, in the order of contract section 5.
const std::vector<LifecycleRow>& lifecycle();

// Whether the event fits the case as it is now; for referral.* whether it fits some referral.
bool fits(const Case& c, EventName event);

// All events that fit, in the order of the table.
std::vector<EventName> events_that_fit(const Case& c);

// The table as Markdown.
std::string lifecycle_page();

}  // namespace werktdoord
