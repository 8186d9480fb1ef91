// The work calendar: working hours, holidays, and counting along them (contract section 6). Pure.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/zone.hpp"
#include "core/holidays.hpp"
#include "core/span.hpp"

namespace werktdoord {

using Minutes = std::chrono::minutes;

// [opening, closing) in minutes of the local day.
struct WorkingHours {
    Minutes opening{};
    Minutes closing{};
    friend bool operator==(const WorkingHours&, const WorkingHours&) = default;
};

enum class Notify { working_hours, always };

// What `calendar.yaml` says. `hours` starts at Monday; a day without hours is not worked.
struct CalendarRules {
    std::array<std::optional<WorkingHours>, 7> hours;
    bool netherlands = true;  // the national holidays
    std::set<LocalDay> closed;
    Notify notify = Notify::working_hours;
    friend bool operator==(const CalendarRules&, const CalendarRules&) = default;
};

// A local time of a working day. 24:00 is the closing of a day that closes at midnight.
struct WorkMoment {
    LocalDay day;
    std::chrono::milliseconds time{};
    friend bool operator==(const WorkMoment&, const WorkMoment&) = default;
};

class WorkCalendar {
public:
    // REQUIRES: at least one day of the week has hours; 00:00 <= opening < closing <= 24:00.
    WorkCalendar(CalendarRules rules, Zone zone);

    const CalendarRules& rules() const { return rules_; }
    const Zone& zone() const { return zone_; }

    // Why a day is not worked, in Dutch for a person ("zaterdag", "Eerste Kerstdag", "gesloten");
    // nothing on a working day.
    std::optional<std::string> why_not_worked(LocalDay day) const;
    bool is_working_day(LocalDay day) const;

    // In [opening, closing) of a working day.
    bool is_working_time(Instant instant) const;

    // The hours of a day's weekday. REQUIRES: is_working_day(day).
    const WorkingHours& hours_of(LocalDay day) const;

    // The instants a working day opens and closes. REQUIRES: is_working_day(day).
    Instant opening(LocalDay day) const;
    Instant closing(LocalDay day) const;

    LocalDay next_working_day(LocalDay day) const;  // strictly after

    // `instant` itself in working time, else the next opening.
    Instant next_working_time(Instant instant) const;

    // What an instant counts as when working days are counted: itself in working time, else the
    // last closing at or before it.
    WorkMoment work_moment(Instant instant) const;

    // The local time of day on a working day, clamped into its hours.
    Instant clamped(WorkMoment moment) const;

    // When a clock that starts at `start` has run for `span`.
    Instant forward(Instant start, Span span) const;

    // The instant from which `span` fits before `due`.
    Instant backward(Instant due, Span span) const;

private:
    LocalDay nth_working_day(LocalDay day, int n) const;  // n < 0: earlier
    Instant forward_hours(Instant start, std::chrono::milliseconds left) const;
    Instant backward_hours(Instant due, std::chrono::milliseconds left) const;

    CalendarRules rules_;
    Zone zone_;
};

// The count of forward(start, span) day by day, for a person, in Dutch: one line a step, with what
// was skipped and why; the last line is the result, RFC 3339 in the calendar's zone.
std::vector<std::string> explain_forward(const WorkCalendar& calendar, Instant start, Span span);

}  // namespace werktdoord
