// calendar.yaml: working hours, holidays, closed days (contract section 3).
#pragma once

#include "codec/yaml_node.hpp"
#include "core/calendar.hpp"

namespace werktdoord {

// The days of the week as the rules name them; the first is Monday.
inline constexpr std::array<std::string_view, 7> weekday_names{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// Errors: no day with hours, hours that close before they open, and all that has the wrong form.
CalendarRules read_calendar(Node root);

}  // namespace werktdoord
