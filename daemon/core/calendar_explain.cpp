#include <algorithm>

#include "base/digits.hpp"
#include "core/calendar.hpp"
#include "core/dutch.hpp"

namespace werktdoord {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;

// "09:00"; seconds only where they are not zero. 24:00 stays 24:00.
std::string time_text(milliseconds time) {
    std::string text;
    append_time(text, time);
    if (text.ends_with(":00")) text.resize(5);
    return text;
}

// "vr 2026-12-25".
std::string day_text(LocalDay day) {
    return std::string(dutch_weekday(day).substr(0, 2)) + ' ' + to_string(day);
}

std::string moment_text(WorkMoment moment) {
    return day_text(moment.day) + ' ' + time_text(moment.time);
}

std::string local_text(LocalTime local) {
    const auto day = floor<days>(local);
    return moment_text({day, local - day});
}

std::string hours_text(WorkingHours opened) {
    return time_text(opened.opening) + "-" + time_text(opened.closing);
}

std::string not_counted(LocalDay day, const std::string& why) {
    return day_text(day) + "  niet geteld: " + why;
}

// Whether this local time comes again when the clock is set back.
bool occurs_twice(const Zone& zone, LocalTime local) {
    const Instant first = zone.to_instant(local);
    const milliseconds set_back = hours(3) - (zone.to_local(first + hours(3)) - local);
    return set_back > milliseconds(0) && zone.to_local(first + set_back) == local;
}

class Explanation {
public:
    Explanation(const WorkCalendar& calendar, Instant start, Span span)
        : calendar_(calendar), start_(start), span_(span) {}

    std::vector<std::string> lines() {
        switch (span_.unit) {
            case Unit::working_days:
                count_working_days();
                break;
            case Unit::working_hours:
                count_working_hours();
                break;
            case Unit::days:
                count_dates(days(span_.count));
                break;
            case Unit::weeks:
                count_dates(std::chrono::weeks(span_.count));
                break;
        }
        lines_.push_back(calendar_.zone().to_rfc3339(calendar_.forward(start_, span_)));
        return std::move(lines_);
    }

private:
    void count_working_days() {
        const WorkMoment from = calendar_.work_moment(start_);
        add_start(calendar_.is_working_time(start_)
                      ? ""
                      : ", buiten werktijd: telt als " + moment_text(from));
        LocalDay day = from.day;
        for (int counted = 0; counted < span_.count;) {
            day += days{1};
            if (const auto why = calendar_.why_not_worked(day))
                lines_.push_back(not_counted(day, *why));
            else
                lines_.push_back(day_text(day) + "  werkdag " + std::to_string(++counted) +
                                 " van " + std::to_string(span_.count));
        }
        const auto opened = calendar_.hours_of(day);
        const auto time = std::clamp<milliseconds>(from.time, opened.opening, opened.closing);
        if (time != from.time)
            lines_.push_back(day_text(day) + "  werktijd " + hours_text(opened) + ": " +
                             time_text(from.time) + " wordt " + time_text(time));
        add_summer_time(day + time);
    }

    void count_working_hours() {
        const bool inside = calendar_.is_working_time(start_);
        add_start(inside ? "" : ", buiten werktijd: telt vanaf de volgende opening");
        milliseconds left = hours(span_.count);
        for (LocalDay day = calendar_.zone().day_of(start_); left > milliseconds(0); day += days{1})
            left -= add_worked_hours(day, left);
    }

    // Returns what it counted.
    milliseconds add_worked_hours(LocalDay day, milliseconds left) {
        if (const auto why = calendar_.why_not_worked(day)) {
            lines_.push_back(not_counted(day, *why));
            return milliseconds(0);
        }
        const Instant from = std::max(calendar_.opening(day), start_);
        const Instant until = std::min(calendar_.closing(day), from + left);
        if (until <= from) {
            lines_.push_back(not_counted(day, "na sluitingstijd"));
            return milliseconds(0);
        }
        const auto local_time = [&](Instant instant) {
            return time_text(calendar_.zone().to_local(instant) - day);
        };
        lines_.push_back(day_text(day) + "  " + local_time(from) + "-" + local_time(until) +
                         ", nog " + time_text(left - (until - from)) + " uur te gaan");
        return until - from;
    }

    void count_dates(days step) {
        add_start("");
        const LocalTime local = calendar_.zone().to_local(start_) + step;
        lines_.push_back(local_text(local) + "  " + std::to_string(step.count()) +
                         (step == days{1} ? " dag" : " dagen") + " later, dezelfde tijd");
        add_summer_time(local);
    }

    void add_start(const std::string& remark) {
        lines_.push_back(local_text(calendar_.zone().to_local(start_)) + "  begin" + remark);
    }

    void add_summer_time(LocalTime local) {
        const Zone& zone = calendar_.zone();
        const LocalTime real = zone.to_local(zone.to_instant(local));
        if (real != local)
            lines_.push_back(local_text(local) + "  bestaat niet (de klok gaat vooruit): wordt " +
                             time_text(real - floor<days>(real)));
        else if (occurs_twice(zone, local))
            lines_.push_back(local_text(local) +
                             "  komt twee keer voor (de klok gaat terug): de eerste telt");
    }

    const WorkCalendar& calendar_;
    Instant start_;
    Span span_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> explain_forward(const WorkCalendar& calendar, Instant start, Span span) {
    return Explanation(calendar, start, span).lines();
}

}  // namespace werktdoord
