// Which members an event that a person records has, and which words they may hold (section 5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue.hpp"
#include "core/event_name.hpp"

namespace werktdoord {

// Members beside `event`, `by`, `happenedAt` and `note`, which every event has.
struct EventShape {
    EventName name;
    std::vector<Member> required;
    std::vector<Member> optional;
    std::vector<std::string> outcomes;  // the words `outcome` may hold
    std::vector<std::string> reasons;   // the words `reason` may hold; none: free text
};

const std::vector<EventShape>& event_shapes();

// The words `form` may hold: how an introduced employer helps the other.
const std::vector<std::string>& introduction_forms();

// Null for an event that no person records.
const EventShape* shape_of(EventName name);

}  // namespace werktdoord
