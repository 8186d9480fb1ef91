#include "core/clock_times.hpp"

#include <gtest/gtest.h>

#include "core/calendars.hpp"

namespace werktdoord {
namespace {

ClockRule rule(const char* within, const char* warn = nullptr, bool before = true) {
    ClockRule made;
    made.within = parse_span(within).value();
    if (warn != nullptr) made.warn = Warning{parse_span(warn).value(), before};
    return made;
}

struct PromiseRow {
    const char* promise;
    ClockRule rule;
    const char* start;
    const char* warn;  // empty: none
    const char* due;
};

TEST(ClockTimes, the_promises_of_the_blueprint) {
    const PromiseRow rows[] = {
        {"take_up", rule("1 working_day", "4 working_hours"), "2026-11-23 09:12",
         "2026-11-23 13:12", "2026-11-24 09:12"},
        {"take_up at the weekend", rule("1 working_day", "4 working_hours"), "2026-11-21 11:00",
         "2026-11-23 13:00", "2026-11-23 17:00"},
        {"wsp_response", rule("2 working_days", "1 working_day", false), "2026-11-20 16:30",
         "2026-11-23 16:30", "2026-11-24 16:30"},
        {"feedback on a Saturday", rule("14 days", "2 working_days"), "2026-11-21 11:00",
         "2026-12-02 17:00", "2026-12-05 11:00"},
        {"report_back", rule("4 weeks", "3 working_days"), "2026-11-24 10:00", "2026-12-17 10:00",
         "2026-12-22 10:00"},
        {"forward", rule("1 working_day"), "2026-11-24 10:00", "", "2026-11-25 10:00"},
    };
    for (const PromiseRow& row : rows) {
        const ClockTimes times = times_of(row.rule, office(), at(row.start));
        EXPECT_EQ(local_text(times.due), local_text(at(row.due))) << row.promise;
        ASSERT_EQ(times.warn.has_value(), row.warn[0] != '\0') << row.promise;
        if (times.warn) {
            EXPECT_EQ(local_text(*times.warn), local_text(at(row.warn))) << row.promise;
        }
    }
}

TEST(ClockTimes, a_warning_before_the_start_falls_at_the_start) {
    const Instant start = at("2026-11-21 11:00");
    EXPECT_EQ(times_of(rule("1 working_day", "1 working_day"), office(), start).warn, start);
    EXPECT_EQ(times_of(rule("2 working_hours", "5 weeks"), office(), start).warn, start);
}

EscalationStep after(const char* span, int repeat = 0) {
    EscalationStep step;
    step.on = AlertStep::after;
    step.after = parse_span(span).value();
    step.repeat = repeat;
    return step;
}

EscalationStep on(AlertStep when) {
    EscalationStep step;
    step.on = when;
    return step;
}

struct Send {
    const char* at;
    const char* step;
    int send;
    int rule;  // index in the ladder; -1: none
};

void expect_sends(const std::vector<EscalationStep>& ladder, const char* due,
                  const std::vector<Send>& sends) {
    const WorkCalendar calendar = office();
    for (std::size_t sent = 0; sent < sends.size(); ++sent) {
        const AlertAt alert = alert_after(ladder, calendar, at(due), static_cast<int>(sent));
        EXPECT_EQ(local_text(alert.at), local_text(at(sends[sent].at))) << sent;
        EXPECT_EQ(name_of(alert.step), sends[sent].step) << sent;
        EXPECT_EQ(alert.send, sends[sent].send) << sent;
        EXPECT_EQ(alert.rule, sends[sent].rule < 0
                                  ? nullptr
                                  : &ladder[static_cast<std::size_t>(sends[sent].rule)])
            << sent;
    }
}

TEST(Alerts, an_after_step_with_repeat_n_sends_n_plus_1_times_counted_from_due) {
    expect_sends({on(AlertStep::warned), on(AlertStep::missed), after("1 working_day", 2)},
                 "2026-12-23 10:00",
                 {{"2026-12-24 10:00", "after", 1, 2},
                  {"2026-12-28 10:00", "after", 2, 2},
                  {"2026-12-29 10:00", "after", 3, 2},
                  {"2027-01-06 10:00", "overdue", 1, -1},
                  {"2027-01-13 10:00", "overdue", 2, -1}});
}

TEST(Alerts, each_send_is_computed_in_one_step_from_due) {
    expect_sends({after("6 working_hours", 1)}, "2026-11-21 11:00",
                 {{"2026-11-23 15:00", "after", 1, 0}, {"2026-11-24 13:00", "after", 2, 0}});
    // From send to send the second and third would stay at 03:00.
    expect_sends({after("1 day", 2)}, "2027-03-27 02:30",
                 {{"2027-03-28 03:00", "after", 1, 0},
                  {"2027-03-29 02:30", "after", 2, 0},
                  {"2027-03-30 02:30", "after", 3, 0}});
}

TEST(Alerts, the_steps_of_a_ladder_merge_by_their_instants_then_by_its_order) {
    expect_sends({after("2 working_days", 1), on(AlertStep::missed), after("1 working_day", 2)},
                 "2026-11-23 10:00",
                 {{"2026-11-24 10:00", "after", 1, 2},
                  {"2026-11-25 10:00", "after", 1, 0},
                  {"2026-11-25 10:00", "after", 2, 2},
                  {"2026-11-26 10:00", "after", 3, 2},
                  {"2026-11-27 10:00", "after", 2, 0},
                  {"2026-12-04 10:00", "overdue", 1, -1}});
}

TEST(Alerts, a_ladder_without_after_steps_is_overdue_every_5_working_days_from_due) {
    const std::vector<Send> sends = {{"2026-12-11 17:00", "overdue", 1, -1},
                                     {"2026-12-18 17:00", "overdue", 2, -1},
                                     {"2026-12-28 17:00", "overdue", 3, -1}};
    expect_sends({}, "2026-12-05 11:00", sends);
    expect_sends({on(AlertStep::warned), on(AlertStep::missed)}, "2026-12-05 11:00", sends);
}

TEST(Alerts, never_end_and_never_go_back) {
    const std::vector<EscalationStep> ladder = {after("1 week", 3), after("8 working_hours", 5)};
    Instant last = at("2026-11-21 11:00");
    for (int sent = 0; sent < 500; ++sent) {
        const AlertAt alert = alert_after(ladder, office(), at("2026-11-21 11:00"), sent);
        ASSERT_GE(alert.at, last) << sent;
        ASSERT_EQ(alert.step, sent < 10 ? AlertStep::after : AlertStep::overdue);
        last = alert.at;
    }
}

}  // namespace
}  // namespace werktdoord
