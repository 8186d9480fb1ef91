#include "core/calendar.hpp"

#include <gtest/gtest.h>

#include "core/calendars.hpp"

namespace werktdoord {
namespace {

struct CountRow {
    const char* from;
    const char* span;
    const char* result;
};

void expect_forward(const WorkCalendar& calendar, const std::vector<CountRow>& rows) {
    for (const CountRow& row : rows)
        EXPECT_EQ(local_text(calendar.forward(at(row.from), parse_span(row.span).value())),
                  local_text(at(row.result)))
            << row.from << " + " << row.span;
}

void expect_backward(const WorkCalendar& calendar, const std::vector<CountRow>& rows) {
    for (const CountRow& row : rows)
        EXPECT_EQ(local_text(calendar.backward(at(row.from), parse_span(row.span).value())),
                  local_text(at(row.result)))
            << row.from << " - " << row.span;
}

// 2026-11-21 is a Saturday.
TEST(WorkingDays, the_examples_of_the_contract) {
    expect_forward(office(), {{"2026-11-21 11:00", "1 working_day", "2026-11-23 17:00"},
                              {"2026-11-23 07:30", "1 working_day", "2026-11-23 17:00"},
                              {"2026-11-23 09:00", "1 working_day", "2026-11-24 09:00"},
                              {"2026-11-20 16:30", "1 working_day", "2026-11-23 16:30"}});
}

TEST(WorkingDays, a_start_outside_working_hours_counts_as_the_last_closing_before_it) {
    expect_forward(office(),
                   {{"2026-11-23 08:59", "1 working_day", "2026-11-23 17:00"},
                    {"2026-11-23 16:59", "1 working_day", "2026-11-24 16:59"},
                    {"2026-11-23 17:00", "1 working_day", "2026-11-24 17:00"},
                    {"2026-11-23 23:30", "2 working_days", "2026-11-25 17:00"},
                    {"2026-11-24 00:00", "2 working_days", "2026-11-25 17:00"},
                    {"2026-11-22 23:59", "3 working_days", "2026-11-25 17:00"},
                    {"2026-11-20T16:00:00.001Z", "1 working_day", "2026-11-23 17:00"},
                    {"2026-11-23T08:00:00.007Z", "1 working_day", "2026-11-24T08:00:00.007Z"}});
}

TEST(WorkingDays, holidays_and_closed_days_are_not_counted) {
    expect_forward(office(), {{"2026-12-24 10:00", "1 working_day", "2026-12-28 10:00"},
                              {"2026-12-25 10:00", "1 working_day", "2026-12-28 17:00"},
                              {"2026-12-31 10:00", "1 working_day", "2027-01-04 10:00"},
                              {"2030-05-03 10:00", "1 working_day", "2030-05-06 10:00"},
                              {"2025-05-02 10:00", "1 working_day", "2025-05-06 10:00"},
                              {"2026-05-04 10:00", "1 working_day", "2026-05-05 10:00"},
                              {"2026-04-02 10:00", "1 working_day", "2026-04-03 10:00"}});
    CalendarRules rules = monday_to_friday();
    rules.closed = {day("2026-11-24"), day("2026-11-25")};
    expect_forward(calendar_of(rules), {{"2026-11-23 10:00", "1 working_day", "2026-11-26 10:00"},
                                        {"2026-11-24 10:00", "1 working_day", "2026-11-26 17:00"}});
    rules.netherlands = false;
    expect_forward(calendar_of(rules), {{"2026-12-24 10:00", "1 working_day", "2026-12-25 10:00"}});
}

TEST(WorkingDays, due_is_clamped_into_that_days_working_hours) {
    expect_forward(calendar_of(uneven_hours()),
                   {{"2026-11-19 16:00", "1 working_day", "2026-11-20 13:00"},
                    {"2026-11-19 12:59", "1 working_day", "2026-11-20 12:59"},
                    {"2026-11-20 13:00", "1 working_day", "2026-11-23 13:00"},
                    {"2026-11-20 15:00", "2 working_days", "2026-11-24 13:00"},
                    {"2026-11-21 11:00", "1 working_day", "2026-11-23 13:00"},
                    {"2026-11-23 09:30", "1 working_day", "2026-11-24 12:00"},
                    {"2026-11-24 09:30", "1 working_day", "2026-11-24 17:00"},
                    {"2026-11-24 15:00", "1 working_day", "2026-11-26 15:00"}});
}

TEST(WorkingDays, a_day_can_close_at_midnight_and_open_at_midnight) {
    CalendarRules rules = monday_to_friday();
    rules.hours[4] = WorkingHours{std::chrono::hours(9), std::chrono::hours(24)};
    rules.hours[0] = WorkingHours{std::chrono::hours(0), std::chrono::hours(24)};
    rules.hours[1] = WorkingHours{std::chrono::hours(0), std::chrono::hours(17)};
    expect_forward(calendar_of(rules),
                   {{"2026-11-21 00:00", "1 working_day", "2026-11-24 00:00"},
                    {"2026-11-21 11:00", "2 working_days", "2026-11-24 17:00"},
                    {"2026-11-23 00:00", "1 working_day", "2026-11-24 00:00"},
                    {"2026-11-24 00:00", "1 working_day", "2026-11-25 09:00"},
                    {"2026-11-20 23:59", "1 working_day", "2026-11-23 23:59"},
                    {"2026-11-20 20:00", "5 working_hours", "2026-11-23 01:00"},
                    {"2026-11-20 20:00", "4 working_hours", "2026-11-21 00:00"},
                    {"2026-11-23 23:00", "2 working_hours", "2026-11-24 01:00"}});
    expect_backward(calendar_of(rules),
                    {{"2026-11-21 00:00", "1 working_day", "2026-11-19 17:00"},
                     {"2026-11-24 00:00", "1 working_day", "2026-11-23 00:00"},
                     {"2026-11-24 00:00", "1 working_hour", "2026-11-23 23:00"}});
}

TEST(WorkingHours,
     only_working_hours_count_and_due_is_the_earliest_instant_at_which_they_are_full) {
    expect_forward(office(), {{"2026-11-20 16:00", "1 working_hour", "2026-11-20 17:00"},
                              {"2026-11-20 16:01", "1 working_hour", "2026-11-23 09:01"},
                              {"2026-11-20 17:00", "1 working_hour", "2026-11-23 10:00"},
                              {"2026-11-21 11:00", "8 working_hours", "2026-11-23 17:00"},
                              {"2026-11-21 11:00", "9 working_hours", "2026-11-24 10:00"},
                              {"2026-11-23 07:30", "4 working_hours", "2026-11-23 13:00"},
                              {"2026-12-24 16:30", "1 working_hour", "2026-12-28 09:30"}});
    expect_forward(calendar_of(uneven_hours()),
                   {{"2026-11-19 16:00", "6 working_hours", "2026-11-23 10:00"},
                    {"2026-11-23 16:00", "7 working_hours", "2026-11-26 10:00"}});
}

TEST(DaysAndWeeks, the_same_local_time_on_a_later_date_whatever_the_day) {
    expect_forward(office(), {{"2026-11-21 11:00", "14 days", "2026-12-05 11:00"},
                              {"2026-11-27 03:00", "4 weeks", "2026-12-25 03:00"},
                              {"2026-10-24 11:00", "1 day", "2026-10-25 11:00"},
                              {"2027-03-27 11:00", "1 week", "2027-04-03 11:00"},
                              {"2028-02-28 11:00", "1 day", "2028-02-29 11:00"}});
    expect_backward(office(), {{"2026-12-05 11:00", "14 days", "2026-11-21 11:00"},
                               {"2026-10-26 11:00", "1 week", "2026-10-19 11:00"}});
}

TEST(DaysAndWeeks, a_skipped_local_time_is_the_first_after_the_gap_a_double_one_the_first) {
    expect_forward(office(), {{"2027-03-27 02:30", "1 day", "2027-03-28T03:00:00+02:00"},
                              {"2027-03-21 02:00", "1 week", "2027-03-28T03:00:00+02:00"},
                              {"2027-03-27 01:59", "1 day", "2027-03-28T01:59:00+01:00"},
                              {"2026-10-24 02:30", "1 day", "2026-10-25T02:30:00+02:00"},
                              {"2026-10-25T02:30:00+02:00", "1 day", "2026-10-26T02:30:00+01:00"},
                              {"2026-10-25T02:30:00+01:00", "1 day", "2026-10-26T02:30:00+01:00"},
                              {"2026-10-18 03:00", "1 week", "2026-10-25T03:00:00+01:00"}});
    expect_backward(office(), {{"2027-03-29 02:30", "1 day", "2027-03-28T03:00:00+02:00"},
                               {"2026-11-01 02:30", "1 week", "2026-10-25T02:30:00+02:00"}});
}

TEST(WorkingDays, the_nights_that_the_clock_changes) {
    expect_forward(calendar_of(round_the_clock()),
                   {{"2027-03-27 02:30", "1 working_day", "2027-03-28T03:00:00+02:00"},
                    {"2026-10-24 02:30", "1 working_day", "2026-10-25T02:30:00+02:00"},
                    {"2026-10-25T02:30:00+01:00", "1 working_day", "2026-10-26T02:30:00+01:00"},
                    {"2027-03-28 01:00", "2 working_hours", "2027-03-28T04:00:00+02:00"},
                    {"2026-10-25T01:00:00+02:00", "2 working_hours", "2026-10-25T02:00:00+01:00"},
                    {"2026-10-24 12:00", "25 working_hours", "2026-10-25T12:00:00+01:00"}});
    CalendarRules rules = round_the_clock();
    rules.hours[6] = WorkingHours{std::chrono::minutes(150), std::chrono::hours(4)};
    const WorkCalendar calendar = calendar_of(rules);
    EXPECT_EQ(calendar.opening(day("2027-03-28")), at("2027-03-28T03:00:00+02:00"));
    EXPECT_EQ(calendar.opening(day("2026-10-25")), at("2026-10-25T02:30:00+02:00"));
    EXPECT_TRUE(calendar.is_working_time(at("2026-10-25T02:10:00+01:00")));
}

TEST(Backward, working_days_count_back_and_a_due_outside_counts_as_the_last_closing) {
    expect_backward(office(), {{"2026-11-24 09:00", "1 working_day", "2026-11-23 09:00"},
                               {"2026-11-23 17:00", "1 working_day", "2026-11-20 17:00"},
                               {"2026-12-05 11:00", "2 working_days", "2026-12-02 17:00"},
                               {"2026-11-23 07:30", "1 working_day", "2026-11-19 17:00"},
                               {"2026-12-28 10:00", "1 working_day", "2026-12-24 10:00"}});
    expect_backward(calendar_of(uneven_hours()),
                    {{"2026-11-23 16:00", "1 working_day", "2026-11-20 13:00"},
                     {"2026-11-26 10:00", "1 working_day", "2026-11-24 12:00"},
                     {"2026-11-21 11:00", "1 working_day", "2026-11-19 13:00"}});
}

TEST(Backward, working_hours_go_to_the_latest_instant_from_which_they_fit) {
    expect_backward(office(), {{"2026-11-23 17:00", "4 working_hours", "2026-11-23 13:00"},
                               {"2026-11-23 10:00", "1 working_hour", "2026-11-23 09:00"},
                               {"2026-11-23 09:59", "1 working_hour", "2026-11-20 16:59"},
                               {"2026-11-23 09:00", "1 working_hour", "2026-11-20 16:00"},
                               {"2026-11-22 12:00", "9 working_hours", "2026-11-19 16:00"},
                               {"2026-12-28 09:30", "1 working_hour", "2026-12-24 16:30"}});
}

TEST(WorkCalendar, working_hours_are_from_opening_until_before_closing) {
    const WorkCalendar calendar = office();
    EXPECT_FALSE(calendar.is_working_time(at("2026-11-23T07:59:59.999Z")));
    EXPECT_TRUE(calendar.is_working_time(at("2026-11-23 09:00")));
    EXPECT_TRUE(calendar.is_working_time(at("2026-11-23T15:59:59.999Z")));
    EXPECT_FALSE(calendar.is_working_time(at("2026-11-23 17:00")));
    EXPECT_FALSE(calendar.is_working_time(at("2026-12-25 12:00")));
    EXPECT_EQ(calendar.next_working_time(at("2026-11-23 09:00")), at("2026-11-23 09:00"));
    EXPECT_EQ(calendar.next_working_time(at("2026-11-23 08:00")), at("2026-11-23 09:00"));
    EXPECT_EQ(calendar.next_working_time(at("2026-11-20 17:00")), at("2026-11-23 09:00"));
    EXPECT_EQ(calendar.next_working_time(at("2026-12-24 18:00")), at("2026-12-28 09:00"));
    EXPECT_EQ(calendar.next_working_day(day("2026-12-24")), day("2026-12-28"));
}

TEST(WorkCalendar, says_in_dutch_why_a_day_is_not_worked) {
    CalendarRules rules = uneven_hours();
    rules.closed = {day("2026-11-23"), day("2026-12-25")};
    const WorkCalendar calendar = calendar_of(rules);
    EXPECT_EQ(calendar.why_not_worked(day("2026-11-21")), "zaterdag");
    EXPECT_EQ(calendar.why_not_worked(day("2026-11-25")), "woensdag");
    EXPECT_EQ(calendar.why_not_worked(day("2026-11-23")), "gesloten");
    EXPECT_EQ(calendar.why_not_worked(day("2026-12-25")), "Eerste Kerstdag");
    EXPECT_EQ(calendar.why_not_worked(day("2026-11-24")), std::nullopt);
}

TEST(WorkCalendar, counts_ten_thousand_working_days_and_beyond_the_known_years) {
    // 10,000 days of the ordinary week without holidays are 2,000 weeks.
    CalendarRules rules = monday_to_friday();
    rules.netherlands = false;
    expect_forward(calendar_of(rules),
                   {{"2026-11-23 10:00", "10000 working_days", "2065-03-23 10:00"},
                    {"2026-11-23 10:00", "80000 working_hours", "2065-03-23 10:00"},
                    {"1950-11-20 10:00", "1 working_day", "1950-11-21 10:00"}});
    const WorkCalendar calendar = office();
    EXPECT_EQ(
        calendar.backward(calendar.forward(at("2026-11-23 10:00"), {10000, Unit::working_days}),
                          {10000, Unit::working_days}),
        at("2026-11-23 10:00"));
    expect_forward(calendar, {{"2049-12-24 10:00", "1 working_day", "2049-12-27 10:00"},
                              {"2019-12-24 10:00", "1 working_day", "2019-12-27 10:00"},
                              {"2011-04-29 10:00", "1 working_day", "2011-05-02 10:00"}});
}

}  // namespace
}  // namespace werktdoord
