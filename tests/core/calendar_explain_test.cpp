#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/calendars.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;

std::vector<std::string> explain(const WorkCalendar& calendar, const char* start,
                                 const char* span) {
    return explain_forward(calendar, at(start), parse_span(span).value());
}

TEST(ExplainForward, tells_each_day_and_why_it_was_skipped) {
    EXPECT_THAT(
        explain(office(), "2026-12-24 10:15", "2 working_days"),
        ElementsAre("do 2026-12-24 10:15  begin", "vr 2026-12-25  niet geteld: Eerste Kerstdag",
                    "za 2026-12-26  niet geteld: Tweede Kerstdag",
                    "zo 2026-12-27  niet geteld: zondag", "ma 2026-12-28  werkdag 1 van 2",
                    "di 2026-12-29  werkdag 2 van 2", "2026-12-29T10:15:00+01:00"));
}

TEST(ExplainForward, tells_that_a_start_outside_counts_as_the_last_closing) {
    EXPECT_THAT(
        explain(office(), "2026-11-21 11:00", "1 working_day"),
        ElementsAre("za 2026-11-21 11:00  begin, buiten werktijd: telt als "
                    "vr 2026-11-20 17:00",
                    "za 2026-11-21  niet geteld: zaterdag", "zo 2026-11-22  niet geteld: zondag",
                    "ma 2026-11-23  werkdag 1 van 1", "2026-11-23T17:00:00+01:00"));
}

TEST(ExplainForward, tells_that_due_was_clamped) {
    EXPECT_THAT(explain(calendar_of(uneven_hours()), "2026-11-19 16:00", "1 working_day"),
                ElementsAre("do 2026-11-19 16:00  begin", "vr 2026-11-20  werkdag 1 van 1",
                            "vr 2026-11-20  werktijd 09:00-13:00: 16:00 wordt 13:00",
                            "2026-11-20T13:00:00+01:00"));
}

TEST(ExplainForward, tells_working_hours_day_by_day) {
    EXPECT_THAT(
        explain(office(), "2026-11-20 15:30", "2 working_hours"),
        ElementsAre(
            "vr 2026-11-20 15:30  begin", "vr 2026-11-20  15:30-17:00, nog 00:30 uur te gaan",
            "za 2026-11-21  niet geteld: zaterdag", "zo 2026-11-22  niet geteld: zondag",
            "ma 2026-11-23  09:00-09:30, nog 00:00 uur te gaan", "2026-11-23T09:30:00+01:00"));
    EXPECT_THAT(explain(office(), "2026-11-23 17:00", "1 working_hour"),
                ElementsAre("ma 2026-11-23 17:00  begin, buiten werktijd: telt vanaf de volgende "
                            "opening",
                            "ma 2026-11-23  niet geteld: na sluitingstijd",
                            "di 2026-11-24  09:00-10:00, nog 00:00 uur te gaan",
                            "2026-11-24T10:00:00+01:00"));
}

TEST(ExplainForward, tells_what_summer_time_does_to_a_local_time) {
    EXPECT_THAT(
        explain(office(), "2027-03-27 02:30", "1 day"),
        ElementsAre("za 2027-03-27 02:30  begin", "zo 2027-03-28 02:30  1 dag later, dezelfde tijd",
                    "zo 2027-03-28 02:30  bestaat niet (de klok gaat vooruit): wordt 03:00",
                    "2027-03-28T03:00:00+02:00"));
    EXPECT_THAT(explain(office(), "2026-10-18 02:30", "1 week"),
                ElementsAre("zo 2026-10-18 02:30  begin",
                            "zo 2026-10-25 02:30  7 dagen later, dezelfde tijd",
                            "zo 2026-10-25 02:30  komt twee keer voor (de klok gaat terug): de "
                            "eerste telt",
                            "2026-10-25T02:30:00+02:00"));
    EXPECT_EQ(explain(office(), "2026-10-18 03:00", "1 week").size(), 3U);
    EXPECT_EQ(explain(office(), "2026-10-18 01:59", "1 week").size(), 3U);
}

}  // namespace
}  // namespace werktdoord
