// When the monthly report goes out, and over which days.
#include "core/monthly.hpp"

#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::at;
using build::day;

TEST(Monthly, comes_on_its_day_at_its_local_time) {
    const Zone zone = build::amsterdam();
    const struct {
        int day;
        const char* after;
        const char* next;
    } examples[] = {
        {1, "2026-11-23T09:00:00+01:00", "2026-12-01T08:30:00+01:00"},
        {1, "2026-12-01T08:29:59+01:00", "2026-12-01T08:30:00+01:00"},
        {1, "2026-12-01T08:30:00+01:00", "2027-01-01T08:30:00+01:00"},
        {28, "2027-01-29T09:00:00+01:00", "2027-02-28T08:30:00+01:00"},
        {28, "2027-02-28T09:00:00+01:00", "2027-03-28T08:30:00+02:00"},
    };
    for (const auto& example : examples) {
        MonthlyReportRule rule;
        rule.day = example.day;
        EXPECT_EQ(zone.to_rfc3339(next_monthly(rule, zone, at(example.after))), example.next)
            << example.after;
    }
}

TEST(Monthly, tells_of_the_whole_month_before) {
    EXPECT_EQ(to_string(month_before(day("2027-01-01")).from), "2026-12-01");
    EXPECT_EQ(to_string(month_before(day("2027-01-01")).until), "2026-12-31");
    EXPECT_EQ(to_string(month_before(day("2028-03-28")).until), "2028-02-29");
}

}  // namespace
}  // namespace werktdoord
