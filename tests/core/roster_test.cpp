#include "core/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using testing::ElementsAre;
using testing::IsEmpty;

const MemberKey anna("anna");
const MemberKey bram("bram");
const MemberKey chris("chris");
const MemberKey dirk("dirk");

// The week of Monday 23 November 2026; its Thursday is a closed day in these tests.
WorkCalendar calendar_with_closed_thursday() {
    return a_calendar_closed_on("2026-11-26");
}

TEST(DutyDay, is_that_day_if_a_working_day_before_closing_else_the_next_working_day) {
    const WorkCalendar calendar = calendar_with_closed_thursday();
    for (const auto& [instant, expected] : std::vector<std::pair<const char*, const char*>>{
             {"2026-11-23T00:00:00+01:00", "2026-11-23"},
             {"2026-11-23T16:59:59+01:00", "2026-11-23"},
             {"2026-11-23T17:00:00+01:00", "2026-11-24"},
             {"2026-11-25T17:00:00+01:00", "2026-11-27"},
             {"2026-11-26T10:00:00+01:00", "2026-11-27"},
             {"2026-11-27T17:00:00+01:00", "2026-11-30"},
             {"2026-11-28T10:00:00+01:00", "2026-11-30"},
             {"2026-12-24T18:00:00+01:00", "2026-12-28"}})
        EXPECT_EQ(to_string(duty_day(calendar, at(instant))), expected) << instant;
}

TEST(OnDuty, follows_the_entry_of_the_duty_day) {
    const WorkCalendar calendar = calendar_with_closed_thursday();
    const Roster roster = a_roster();
    EXPECT_EQ(on_duty(roster, calendar, at("2026-11-25T16:00:00+01:00")), anna);
    EXPECT_EQ(on_duty(roster, calendar, at("2026-11-25T17:00:00+01:00")), bram);
    EXPECT_EQ(on_duty(roster, calendar, at("2026-11-28T11:00:00+01:00")), anna);
}

TEST(OnDuty, an_override_goes_before_the_week) {
    Roster roster = a_roster();
    roster.overrides[day("2026-11-23")] = dirk;
    EXPECT_EQ(on_duty_on(roster, day("2026-11-23")), dirk);
    EXPECT_EQ(on_duty_on(roster, day("2026-11-24")), anna);
}

TEST(OnDuty, if_absent_the_first_present_stand_in_else_the_coordinator) {
    const LocalDay monday = day("2026-11-23");
    const Absence week{day("2026-11-23"), day("2026-11-27")};
    Roster roster = a_roster();
    roster.absent.push_back({anna, week});
    EXPECT_EQ(on_duty_on(roster, monday), chris);
    roster.absent.push_back({chris, week});
    EXPECT_EQ(on_duty_on(roster, monday), bram);
    roster.absent.push_back({bram, week});
    EXPECT_EQ(on_duty_on(roster, monday), dirk);
    roster.absent.push_back({dirk, week});
    EXPECT_EQ(on_duty_on(roster, monday), dirk) << "never nobody";
}

TEST(OnDuty, an_absent_override_falls_to_a_stand_in_not_to_the_week) {
    Roster roster = a_roster();
    roster.overrides[day("2026-11-23")] = dirk;
    roster.absent.push_back({dirk, {day("2026-11-23"), day("2026-11-23")}});
    EXPECT_EQ(on_duty_on(roster, day("2026-11-23")), chris);
}

TEST(OnDuty, a_missing_entry_falls_to_a_stand_in) {
    Roster roster = a_roster();
    roster.week[0].reset();
    EXPECT_EQ(on_duty_on(roster, day("2026-11-23")), chris);
    roster.week[0] = MemberKey("left-the-team");
    EXPECT_EQ(on_duty_on(roster, day("2026-11-23")), chris);
}

TEST(OnDuty, the_days_of_an_absence_are_inclusive) {
    Roster roster = a_roster();
    roster.absent.push_back({anna, {day("2026-11-23"), day("2026-11-24")}});
    EXPECT_EQ(on_duty_on(roster, day("2026-11-18")), anna);
    EXPECT_EQ(on_duty_on(roster, day("2026-11-23")), chris);
    EXPECT_EQ(on_duty_on(roster, day("2026-11-24")), chris);
    EXPECT_EQ(on_duty_on(roster, day("2026-11-25")), anna);
    EXPECT_FALSE(roster.is_absent(bram, day("2026-11-23")));
}

TEST(RosterGaps, are_working_days_with_nobody_but_the_coordinator) {
    const WorkCalendar calendar = calendar_with_closed_thursday();
    Roster roster = a_roster();
    EXPECT_THAT(roster_gaps(roster, calendar, day("2026-11-23"), 56), IsEmpty());
    const Absence away{day("2026-11-25"), day("2026-11-30")};
    for (const MemberKey& member : {anna, bram, chris}) roster.absent.push_back({member, away});
    const auto gaps = [&](int days) {
        std::vector<std::string> texts;
        for (const LocalDay gap : roster_gaps(roster, calendar, day("2026-11-23"), days))
            texts.push_back(to_string(gap));
        return texts;
    };
    EXPECT_THAT(gaps(56), ElementsAre("2026-11-25", "2026-11-27", "2026-11-30"));
    EXPECT_THAT(gaps(5), ElementsAre("2026-11-25", "2026-11-27"));
    EXPECT_THAT(gaps(2), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
