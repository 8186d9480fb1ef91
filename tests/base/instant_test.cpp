#include "base/instant.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using namespace std::chrono_literals;

struct Read {
    const char* text;
    Instant instant;
};

TEST(Instant, reads_any_offset_and_cuts_fractions_to_milliseconds) {
    const Instant day = sys_days{2026y / 11 / 23};
    const Read rows[] = {
        {"2026-11-23T09:12:00Z", day + 9h + 12min},
        {"2026-11-23t09:12:00z", day + 9h + 12min},
        {"2026-11-23T09:12:00+00:00", day + 9h + 12min},
        {"2026-11-23T09:12:00+01:00", day + 8h + 12min},
        {"2026-11-23T09:12:00-05:30", day + 14h + 42min},
        {"2026-11-23T00:30:00+01:00", day - 30min},
        {"2026-11-23T09:12:00.25Z", day + 9h + 12min + 250ms},
        {"2026-11-23T09:12:00.123999999999Z", day + 9h + 12min + 123ms},
        {"1969-12-31T23:59:59.999Z", sys_days{1970y / 1 / 1} - 1ms},
        {"0000-01-01T00:00:00Z", sys_days{0y / 1 / 1}},
        {"9999-12-31T23:59:59.999Z", sys_days{9999y / 12 / 31} + 24h - 1ms},
        {"2028-02-29T12:00:00Z", sys_days{2028y / 2 / 29} + 12h},
        {"2016-12-31T23:59:60Z", sys_days{2017y / 1 / 1}},
        {"2017-01-01T00:59:60.5+01:00", sys_days{2017y / 1 / 1} + 500ms},
    };
    for (const Read& row : rows) {
        const auto read = parse_rfc3339(row.text);
        ASSERT_TRUE(read) << row.text << ": " << read.error().text;
        EXPECT_EQ(*read, row.instant) << row.text;
    }
}

TEST(Instant, refuses_what_is_no_rfc_3339_or_does_not_exist) {
    for (const char* text : {"",
                             "2026-11-23",
                             "2026-11-23T09:12:00",
                             "2026-11-23 09:12:00Z",
                             "2026-11-23T09:12Z",
                             "2026-11-23T9:12:00Z",
                             "2026-11-23T09:12:00-00:00",
                             "2026-11-23T09:12:00+0100",
                             "2026-11-23T09:12:00+01",
                             "2026-11-23T09:12:00+24:00",
                             "2026-11-23T09:12:00+01:60",
                             "2026-11-23T09:12:00.Z",
                             "2026-11-23T09:12:00,5Z",
                             "2026-11-23T09:12:00Z ",
                             " 2026-11-23T09:12:00Z",
                             "+2026-11-23T09:12:00Z",
                             "26-11-23T09:12:00Z",
                             "2026-02-29T09:12:00Z",
                             "2026-13-01T09:12:00Z",
                             "2026-00-01T09:12:00Z",
                             "2026-11-31T09:12:00Z",
                             "2026-11-23T24:00:00Z",
                             "2026-11-23T09:60:00Z",
                             "2026-11-23T09:12:61Z",
                             "2026-11-23T23:59:60Z",
                             "2016-12-31T23:59:60+01:00",
                             "0000-01-01T00:00:00+01:00",
                             "9999-12-31T23:59:59-01:00"}) {
        const auto read = parse_rfc3339(text);
        ASSERT_FALSE(read) << text;
        EXPECT_FALSE(read.error().text.empty());
    }
}

TEST(Instant, writes_milliseconds_only_where_they_are_not_zero) {
    const Instant day = sys_days{2026y / 11 / 23};
    EXPECT_EQ(to_rfc3339(day + 8h + 12min), "2026-11-23T08:12:00Z");
    EXPECT_EQ(to_rfc3339(day + 8h + 12min + 7ms), "2026-11-23T08:12:00.007Z");
    EXPECT_EQ(to_rfc3339(Instant{} - 1ms), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_rfc3339(sys_days{std::chrono::year{999} / 1 / 2}), "0999-01-02T00:00:00Z");
}

TEST(Instant, what_is_written_reads_back_the_same) {
    for (Instant instant = sys_days{1900y / 1 / 1}; instant < Instant{sys_days{2200y / 1 / 1}};
         instant += hours(997) + minutes(13) + seconds(11) + milliseconds(17)) {
        const auto read = parse_rfc3339(to_rfc3339(instant));
        ASSERT_TRUE(read);
        ASSERT_EQ(*read, instant);
    }
}

TEST(Instant, of_two_that_may_be_missing_the_earlier_counts) {
    const Instant one = parse_rfc3339("2026-11-23T08:12:00Z").value();
    const Instant later = one + std::chrono::seconds(1);
    EXPECT_EQ(earlier_of(one, later), one);
    EXPECT_EQ(earlier_of(later, one), one);
    EXPECT_EQ(earlier_of(std::nullopt, later), later);
    EXPECT_EQ(earlier_of(one, std::nullopt), one);
    EXPECT_EQ(earlier_of(std::nullopt, std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace werktdoord
