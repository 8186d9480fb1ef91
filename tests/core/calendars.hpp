// Calendars that the tests of the core share.
#pragma once

#include <string>

#include "core/calendar.hpp"

namespace werktdoord {

inline CalendarRules office_hours() {
    CalendarRules rules;
    for (std::size_t day = 0; day < 5; ++day)
        rules.hours[day] = WorkingHours{std::chrono::hours(9), std::chrono::hours(17)};
    return rules;
}

inline WorkCalendar calendar_of(CalendarRules rules) {
    return {std::move(rules), Zone::find("Europe/Amsterdam").value()};
}

// Monday to Friday, 09:00 to 17:00.
inline WorkCalendar office() {
    return calendar_of(office_hours());
}

// Friday until 13:00, Tuesday from 12:00, Wednesday off.
inline CalendarRules uneven_hours() {
    CalendarRules rules = office_hours();
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

inline LocalDay day(const std::string& text) {
    return parse_day(text).value();
}

// "2026-11-23 09:00" in Amsterdam, the first of two; RFC 3339 texts as they stand.
inline Instant at(const std::string& text) {
    if (text.find('T') != std::string::npos) return parse_rfc3339(text).value();
    const LocalDay date = day(text.substr(0, 10));
    const std::chrono::hours hour(std::stoi(text.substr(11, 2)));
    const std::chrono::minutes minute(std::stoi(text.substr(14, 2)));
    return Zone::find("Europe/Amsterdam").value().to_instant(date + hour + minute);
}

inline std::string local_text(Instant instant) {
    return Zone::find("Europe/Amsterdam").value().to_rfc3339(instant);
}

}  // namespace werktdoord
