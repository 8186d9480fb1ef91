#include "core/calendar.hpp"

#include <algorithm>

#include "core/dutch.hpp"

namespace werktdoord {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

std::size_t weekday_index(LocalDay day) {
    return std::chrono::weekday{day}.iso_encoding() - 1;
}

}  // namespace

WorkCalendar::WorkCalendar(CalendarRules rules, Zone zone)
    : rules_(std::move(rules)), zone_(std::move(zone)) {}

std::optional<std::string> WorkCalendar::why_not_worked(LocalDay day) const {
    if (rules_.netherlands)
        if (const auto name = netherlands_holiday(day); !name.empty()) return std::string(name);
    if (rules_.closed.contains(day)) return "gesloten";
    if (!rules_.hours[weekday_index(day)]) return std::string(dutch_weekday(day));
    return std::nullopt;
}

bool WorkCalendar::is_working_day(LocalDay day) const {
    return rules_.hours[weekday_index(day)] && !rules_.closed.contains(day) &&
           !(rules_.netherlands && !netherlands_holiday(day).empty());
}

bool WorkCalendar::is_working_time(Instant instant) const {
    const LocalDay day = zone_.day_of(instant);
    return is_working_day(day) && opening(day) <= instant && instant < closing(day);
}

const WorkingHours& WorkCalendar::hours_of(LocalDay day) const {
    return *rules_.hours[weekday_index(day)];
}

Instant WorkCalendar::opening(LocalDay day) const {
    return zone_.to_instant(day + hours_of(day).opening);
}

Instant WorkCalendar::closing(LocalDay day) const {
    return zone_.to_instant(day + hours_of(day).closing);
}

LocalDay WorkCalendar::next_working_day(LocalDay day) const {
    return nth_working_day(day, 1);
}

LocalDay WorkCalendar::nth_working_day(LocalDay day, int n) const {
    const days step{n < 0 ? -1 : 1};
    for (int left = std::abs(n); left > 0;) {
        day += step;
        if (is_working_day(day)) --left;
    }
    return day;
}

Instant WorkCalendar::next_working_time(Instant instant) const {
    for (LocalDay day = zone_.day_of(instant);; day += days{1}) {
        if (!is_working_day(day)) continue;
        const Instant from = std::max(opening(day), instant);
        if (from < closing(day)) return from;
    }
}

WorkMoment WorkCalendar::work_moment(Instant instant) const {
    const LocalTime local = zone_.to_local(instant);
    for (LocalDay day = std::chrono::floor<days>(local);; day -= days{1}) {
        if (!is_working_day(day) || opening(day) > instant) continue;
        if (instant < closing(day)) return {day, local - day};
        return {day, hours_of(day).closing};
    }
}

Instant WorkCalendar::clamped(WorkMoment moment) const {
    const auto& [opens, closes] = hours_of(moment.day);
    return zone_.to_instant(moment.day + std::clamp<milliseconds>(moment.time, opens, closes));
}

Instant WorkCalendar::forward(Instant start, Span span) const {
    switch (span.unit) {
        case Unit::working_days: {
            const WorkMoment from = work_moment(start);
            return clamped({nth_working_day(from.day, span.count), from.time});
        }
        case Unit::working_hours:
            return forward_hours(start, hours(span.count));
        case Unit::days:
            return zone_.to_instant(zone_.to_local(start) + days(span.count));
        case Unit::weeks:
            break;
    }
    return zone_.to_instant(zone_.to_local(start) + std::chrono::weeks(span.count));
}

Instant WorkCalendar::backward(Instant due, Span span) const {
    switch (span.unit) {
        case Unit::working_days: {
            const WorkMoment from = work_moment(due);
            return clamped({nth_working_day(from.day, -span.count), from.time});
        }
        case Unit::working_hours:
            return backward_hours(due, hours(span.count));
        case Unit::days:
            return zone_.to_instant(zone_.to_local(due) - days(span.count));
        case Unit::weeks:
            break;
    }
    return zone_.to_instant(zone_.to_local(due) - std::chrono::weeks(span.count));
}

Instant WorkCalendar::forward_hours(Instant start, milliseconds left) const {
    for (LocalDay day = zone_.day_of(start);; day += days{1}) {
        if (!is_working_day(day)) continue;
        const Instant from = std::max(opening(day), start);
        const milliseconds worked = closing(day) - from;
        if (worked >= left) return from + left;
        if (worked > milliseconds(0)) left -= worked;
    }
}

Instant WorkCalendar::backward_hours(Instant due, milliseconds left) const {
    for (LocalDay day = zone_.day_of(due);; day -= days{1}) {
        if (!is_working_day(day)) continue;
        const Instant until = std::min(closing(day), due);
        const milliseconds worked = until - opening(day);
        if (worked >= left) return until - left;
        if (worked > milliseconds(0)) left -= worked;
    }
}

}  // namespace werktdoord
