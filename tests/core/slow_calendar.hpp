// The contract's rules of counting once more, minute by minute and day by day: slow, and without
// the code under test. Amsterdam by the summer-time rule of the European Union, 2019 to 2036.
#pragma once

#include <fstream>
#include <set>
#include <string>

#include "core/calendar.hpp"

namespace werktdoord {

class SlowCalendar {
public:
    explicit SlowCalendar(CalendarRules rules) : rules_(std::move(rules)) {
        std::ifstream file(WERKTDOOR_SOURCE_DIR "/tests/core/data/holidays-nl-2020-2035.csv");
        for (std::string line; std::getline(file, line);)
            if (line.ends_with(",ja") || line.ends_with(",lustrumjaar"))
                holidays_.insert(parse_day(line.substr(0, 10)).value());
    }

    bool works(LocalDay day) const {
        const auto weekday = std::chrono::weekday{day}.iso_encoding() - 1;
        return rules_.hours[weekday] && !rules_.closed.contains(day) &&
               !(rules_.netherlands && holidays_.contains(day));
    }

    // Whether the minute that begins at `minute` is worked.
    bool works(Instant minute) const {
        const LocalTime local = to_local(minute);
        const LocalDay day = std::chrono::floor<std::chrono::days>(local);
        return works(day) && hours(day).opening <= local - day && local - day < hours(day).closing;
    }

    Instant forward(Instant start, Span span) const {
        if (span.unit == Unit::working_hours) return forward_hours(start, span.count);
        if (span.unit == Unit::working_days) return count_days(start, span.count, 1);
        const int days = span.count * (span.unit == Unit::weeks ? 7 : 1);
        return to_instant(to_local(start) + std::chrono::days(days));
    }

    Instant backward(Instant due, Span span) const {
        if (span.unit == Unit::working_hours) return backward_hours(due, span.count);
        if (span.unit == Unit::working_days) return count_days(due, span.count, -1);
        const int days = span.count * (span.unit == Unit::weeks ? 7 : 1);
        return to_instant(to_local(due) - std::chrono::days(days));
    }

    static LocalTime to_local(Instant instant) {
        const auto year =
            std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(instant)}.year();
        const auto change = [year](std::chrono::month month) {
            return Instant{
                std::chrono::sys_days{year / month / std::chrono::Sunday[std::chrono::last]} +
                std::chrono::hours(1)};
        };
        const bool summer =
            change(std::chrono::March) <= instant && instant < change(std::chrono::October);
        return LocalTime{instant.time_since_epoch() + std::chrono::hours(summer ? 2 : 1)};
    }

private:
    static constexpr std::chrono::minutes minute_{1};

    const WorkingHours& hours(LocalDay day) const {
        return *rules_.hours[std::chrono::weekday{day}.iso_encoding() - 1];
    }

    // The first minute whose local time is not before `local`.
    static Instant to_instant(LocalTime local) {
        Instant instant = Instant{local.time_since_epoch()} - std::chrono::hours(3);
        while (to_local(instant) < local) instant += minute_;
        return instant;
    }

    Instant forward_hours(Instant start, int count) const {
        for (int left = count * 60; left > 0; start += minute_)
            if (works(start)) --left;
        return start;
    }

    Instant backward_hours(Instant due, int count) const {
        for (int left = count * 60; left > 0;)
            if (works(due -= minute_)) --left;
        return due;
    }

    Instant count_days(Instant start, int count, int step) const {
        const bool inside = works(start);
        while (!works(start) && !works(start - minute_)) start -= minute_;
        const LocalTime local = to_local(start);
        LocalDay day =
            std::chrono::floor<std::chrono::days>(to_local(inside ? start : start - minute_));
        const auto time = local - day;
        while (count > 0)
            if (works(day += std::chrono::days(step))) --count;
        if (time < hours(day).opening) return to_instant(day + hours(day).opening);
        if (time > hours(day).closing) return to_instant(day + hours(day).closing);
        return to_instant(day + time);
    }

    CalendarRules rules_;
    std::set<LocalDay> holidays_;
};

}  // namespace werktdoord
