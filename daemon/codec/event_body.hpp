// What a person records: the body of POST /v1/requests/{number}/events, and a line of stimuli.
#pragma once

#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "core/command.hpp"

namespace werktdoord {

// Reads `{ "event": …, "by": …, "happenedAt"?: …, … }` (contract section 5). Each event has exactly
// its members: one that it does not have is a problem that names the nearest it has. Fails where it
// cannot be told which event it is, else every problem of its form, each with its JSON pointer,
// stands in it. What needs the case or the rules (who may do what, which regions there are, whether
// it fits the state) is decided in the core. For request.amended `draft.data` is the patch as JSON
// text.
Parsed<RecordEvent> read_event_body(std::string_view body, const RequestNumber& request);

// The same members of a line of stimuli (contract section 8), where `at` and `request` stand
// beside them and a request may be named by what it was submitted `as`; so may `with` and `of`.
// Fails with every problem of its form.
Parsed<Event> read_event_stimulus(const boost::json::object& line);

// The events that a person may record, in the order of the contract.
std::vector<EventName> recordable_events();

}  // namespace werktdoord
