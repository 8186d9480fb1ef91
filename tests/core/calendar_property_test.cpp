#include <gtest/gtest.h>

#include "core/calendars.hpp"
#include "core/chance.hpp"
#include "core/slow_calendar.hpp"

namespace werktdoord {
namespace {

CalendarRules nights_and_weekends() {
    CalendarRules rules = monday_to_friday();
    rules.hours[2] = WorkingHours{std::chrono::hours(0), std::chrono::hours(24)};
    rules.hours[3] = WorkingHours{std::chrono::hours(0), Minutes(90)};
    rules.hours[5] = WorkingHours{Minutes(615), std::chrono::hours(24)};
    rules.hours[6] = WorkingHours{std::chrono::hours(1), std::chrono::hours(4)};
    rules.closed = {day("2026-10-24"), day("2026-10-26"), day("2027-03-27")};
    return rules;
}

CalendarRules one_day_a_week() {
    CalendarRules rules;
    rules.hours[3] = WorkingHours{Minutes(600), Minutes(720)};
    return rules;
}

std::vector<CalendarRules> all_rules() {
    return {monday_to_friday(), uneven_hours(), round_the_clock(), nights_and_weekends(),
            one_day_a_week()};
}

// The same cases in every run. Half of the instants lie around the nights the clock changes.
class CalendarCases : public Chance {
public:
    CalendarCases() : Chance(20261123) {}

    Instant instant() {
        static const Instant changes[] = {at("2026-10-25 12:00"), at("2027-03-28 12:00")};
        if (pick(0, 1) == 0) return changes[pick(0, 1)] + Minutes(pick(-5000, 5000));
        return at("2021-01-01 00:00") + Minutes(pick(0, 13 * 365 * 24 * 60));
    }

    Span span(Unit unit) {
        if (unit == Unit::working_days) return {pick(1, 30), unit};
        return {unit == Unit::working_hours ? pick(1, 20) : pick(1, 9), unit};
    }
};

constexpr Unit units[] = {Unit::working_days, Unit::working_hours, Unit::days, Unit::weeks};

// The local time that the clock shows for the second time: there a later start is an earlier time.
bool around_the_double_hour(Instant instant) {
    const Zone zone = Zone::find("Europe/Amsterdam").value();
    const auto shift = [&](Instant of) {
        return zone.to_local(of).time_since_epoch() - of.time_since_epoch();
    };
    return shift(instant - std::chrono::hours(2)) > shift(instant + std::chrono::hours(2));
}

TEST(CountingProperty, agrees_with_counting_minute_by_minute_and_day_by_day) {
    CalendarCases cases;
    for (const CalendarRules& rules : all_rules()) {
        const WorkCalendar calendar = calendar_of(rules);
        const SlowCalendar slow(rules);
        for (int n = 0; n < 160; ++n) {
            const Instant start = cases.instant();
            const Span span = cases.span(units[n % 4]);
            ASSERT_EQ(calendar.is_working_time(start), slow.works(start)) << local_text(start);
            ASSERT_EQ(local_text(calendar.forward(start, span)),
                      local_text(slow.forward(start, span)))
                << local_text(start) << " + " << to_string(span);
            ASSERT_EQ(local_text(calendar.backward(start, span)),
                      local_text(slow.backward(start, span)))
                << local_text(start) << " - " << to_string(span);
        }
    }
}

TEST(CountingProperty, a_later_start_is_never_due_earlier) {
    CalendarCases cases;
    for (const CalendarRules& rules : all_rules()) {
        const WorkCalendar calendar = calendar_of(rules);
        for (int n = 0; n < 4000; ++n) {
            const Instant start = cases.instant();
            const Instant later = start + Minutes(cases.pick(1, 3000));
            if (around_the_double_hour(start) || around_the_double_hour(later)) continue;
            const Span span = cases.span(units[n % 4]);
            ASSERT_LE(calendar.forward(start, span), calendar.forward(later, span))
                << local_text(start) << " and " << local_text(later) << " + " << to_string(span);
            ASSERT_LE(calendar.backward(start, span), calendar.backward(later, span))
                << local_text(start) << " and " << local_text(later) << " - " << to_string(span);
        }
    }
}

TEST(CountingProperty, working_units_are_due_in_working_hours_or_at_their_closing) {
    CalendarCases cases;
    for (const CalendarRules& rules : all_rules()) {
        const WorkCalendar calendar = calendar_of(rules);
        for (int n = 0; n < 2000; ++n) {
            const Instant start = cases.instant();
            const Span span = cases.span(units[n % 2]);
            const Instant due = calendar.forward(start, span);
            const Instant before = calendar.backward(start, span);
            EXPECT_GT(due, start);
            EXPECT_LT(before, start);
            for (const Instant one : {due, before})
                ASSERT_TRUE(calendar.is_working_time(one) ||
                            calendar.is_working_time(one - std::chrono::milliseconds(1)))
                    << local_text(start) << ' ' << to_string(span) << ' ' << local_text(one);
        }
    }
}

TEST(CountingProperty, working_hours_counted_back_fit_and_from_a_minute_later_do_not) {
    CalendarCases cases;
    for (const CalendarRules& rules : all_rules()) {
        const WorkCalendar calendar = calendar_of(rules);
        for (int n = 0; n < 2000; ++n) {
            const Instant due = cases.instant();
            const Span span = cases.span(Unit::working_hours);
            const Instant latest = calendar.backward(due, span);
            ASSERT_LE(calendar.forward(latest, span), due) << local_text(due);
            ASSERT_GT(calendar.forward(latest + Minutes(1), span), due) << local_text(due);
        }
    }
}

TEST(CountingProperty, working_days_of_equal_hours_counted_back_and_forth_meet_again) {
    CalendarCases cases;
    const WorkCalendar calendar = office();
    for (int n = 0; n < 2000; ++n) {
        const Instant start = calendar.next_working_time(cases.instant());
        const Span span = cases.span(Unit::working_days);
        ASSERT_EQ(calendar.backward(calendar.forward(start, span), span), start);
        ASSERT_EQ(calendar.forward(calendar.backward(start, span), span), start);
    }
}

TEST(CountingProperty, one_working_day_after_another_is_both_at_once_where_hours_are_equal) {
    CalendarCases cases;
    const WorkCalendar calendar = office();
    for (int n = 0; n < 2000; ++n) {
        const Instant start = cases.instant();
        const Span first = cases.span(Unit::working_days);
        const Span second = cases.span(Unit::working_days);
        const Span both{first.count + second.count, Unit::working_days};
        ASSERT_EQ(calendar.forward(calendar.forward(start, first), second),
                  calendar.forward(start, both));
    }
}

TEST(CountingProperty, the_explanation_ends_with_the_result) {
    CalendarCases cases;
    for (const CalendarRules& rules : all_rules()) {
        const WorkCalendar calendar = calendar_of(rules);
        for (int n = 0; n < 400; ++n) {
            const Instant start = cases.instant();
            const Span span = cases.span(units[n % 4]);
            const auto lines = explain_forward(calendar, start, span);
            ASSERT_GE(lines.size(), 3U);
            ASSERT_EQ(lines.back(), local_text(calendar.forward(start, span)));
        }
    }
}

}  // namespace
}  // namespace werktdoord
