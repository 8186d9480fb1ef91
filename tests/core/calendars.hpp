// Calendars that the tests of the core share.
#pragma once

#include <string>

#include "core/build.hpp"
#include "core/calendar.hpp"

namespace werktdoord {

using build::at;
using build::day;
using build::monday_to_friday;

inline WorkCalendar calendar_of(CalendarRules rules) {
    return {std::move(rules), build::amsterdam()};
}

// Monday to Friday, 09:00 to 17:00.
inline WorkCalendar office() {
    return build::a_calendar();
}

// Friday until 13:00, Tuesday from 12:00, Wednesday off.
inline CalendarRules uneven_hours() {
    CalendarRules rules = monday_to_friday();
    rules.hours[1]->opening = std::chrono::hours(12);
    rules.hours[2].reset();
    rules.hours[4]->closing = std::chrono::hours(13);
    return rules;
}

// Every day and night, without holidays.
inline CalendarRules round_the_clock() {
    CalendarRules rules;
    for (auto& day : rules.hours) day = WorkingHours{std::chrono::hours(0), std::chrono::hours(24)};
    rules.netherlands = false;
    return rules;
}

inline std::string local_text(Instant instant) {
    return build::amsterdam().to_rfc3339(instant);
}

}  // namespace werktdoord
