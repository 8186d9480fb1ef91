#include "base/zone.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

Zone zone(const std::string& name) {
    return Zone::find(name).value();
}

LocalTime local(std::chrono::year_month_day date, std::chrono::milliseconds time) {
    return LocalDay{date} + time;
}

TEST(Zone, an_unknown_name_is_a_problem_that_names_it) {
    for (const char* name : {"", "Europe", "Europe/Tilburg", "europe/amsterdam", "../etc/passwd",
                             "/etc/passwd", "zone.tab", "CET/", "Europe/Amsterdam "}) {
        const auto found = Zone::find(name);
        ASSERT_FALSE(found) << name;
        EXPECT_NE(found.error().text.find(std::string("\"") + name + "\""), std::string::npos);
    }
    EXPECT_EQ(zone("Europe/Amsterdam").name(), "Europe/Amsterdam");
}

struct Row {
    std::string in;   // local
    std::string out;  // the instant in the zone
};

// Local texts are read as if they were UTC.
LocalTime local(const std::string& text) {
    return LocalTime{parse_rfc3339(text + "Z").value().time_since_epoch()};
}

TEST(Zone, a_local_time_that_is_skipped_becomes_the_first_after_the_gap_a_double_one_the_first) {
    const Row rows[] = {
        {"2026-11-23T17:00:00", "2026-11-23T17:00:00+01:00"},
        {"2026-07-01T17:00:00", "2026-07-01T17:00:00+02:00"},
        {"2026-10-25T01:59:59.999", "2026-10-25T01:59:59.999+02:00"},
        {"2026-10-25T02:00:00", "2026-10-25T02:00:00+02:00"},
        {"2026-10-25T02:59:59.999", "2026-10-25T02:59:59.999+02:00"},
        {"2026-10-25T03:00:00", "2026-10-25T03:00:00+01:00"},
        {"2027-03-28T01:59:59.999", "2027-03-28T01:59:59.999+01:00"},
        {"2027-03-28T02:00:00", "2027-03-28T03:00:00+02:00"},
        {"2027-03-28T02:30:00.5", "2027-03-28T03:00:00+02:00"},
        {"2027-03-28T02:59:59.999", "2027-03-28T03:00:00+02:00"},
        {"2027-03-28T03:00:00", "2027-03-28T03:00:00+02:00"},
        {"1965-07-01T12:00:00", "1965-07-01T12:00:00+01:00"},
    };
    const Zone amsterdam = zone("Europe/Amsterdam");
    for (const Row& row : rows)
        EXPECT_EQ(amsterdam.to_rfc3339(amsterdam.to_instant(local(row.in))), row.out) << row.in;
}

TEST(Zone, summer_time_goes_on_beyond_2037) {
    const Row rows[] = {
        {"2037-07-01T12:00:00", "2037-07-01T12:00:00+02:00"},
        {"2037-10-25T02:30:00", "2037-10-25T02:30:00+02:00"},
        {"2037-12-01T12:00:00", "2037-12-01T12:00:00+01:00"},
        {"2038-07-01T12:00:00", "2038-07-01T12:00:00+02:00"},
        {"2040-02-29T12:00:00", "2040-02-29T12:00:00+01:00"},
        {"2040-03-25T02:30:00", "2040-03-25T03:00:00+02:00"},
        {"2040-10-28T02:30:00", "2040-10-28T02:30:00+02:00"},
        {"2040-10-28T03:00:00", "2040-10-28T03:00:00+01:00"},
        {"2100-03-28T02:30:00", "2100-03-28T03:00:00+02:00"},
        {"2101-01-01T00:00:00", "2101-01-01T00:00:00+01:00"},
    };
    const Zone amsterdam = zone("Europe/Amsterdam");
    for (const Row& row : rows)
        EXPECT_EQ(amsterdam.to_rfc3339(amsterdam.to_instant(local(row.in))), row.out) << row.in;
    const Zone istanbul = zone("Europe/Istanbul");  // gave summer time up
    EXPECT_EQ(istanbul.to_rfc3339(istanbul.to_instant(local("2044-07-01T12:00:00"))),
              "2044-07-01T12:00:00+03:00");
    const Zone sydney = zone("Australia/Sydney");
    EXPECT_EQ(sydney.to_rfc3339(sydney.to_instant(local("2050-01-01T12:00:00"))),
              "2050-01-01T12:00:00+11:00");
    EXPECT_EQ(sydney.to_rfc3339(sydney.to_instant(local("2050-07-01T12:00:00"))),
              "2050-07-01T12:00:00+10:00");
}

// The rule of the European Union, written down once more: summer time from the last Sunday of
// March to the last Sunday of October, 01:00 UTC.
TEST(Zone, amsterdam_follows_the_rule_of_the_european_union_for_two_centuries) {
    const Zone amsterdam = zone("Europe/Amsterdam");
    const auto change = [](std::chrono::year year, std::chrono::month month) {
        return Instant{
            std::chrono::sys_days{year / month / std::chrono::Sunday[std::chrono::last]} + 1h};
    };
    for (auto year = 1996y; year < 2200y; ++year) {
        const Instant begin = change(year, std::chrono::March);
        const Instant end = change(year, std::chrono::October);
        const std::pair<Instant, std::chrono::hours> rows[] = {
            {begin - 1ms, 1h}, {begin, 2h}, {end - 1ms, 2h}, {end, 1h}};
        for (const auto& [instant, offset] : rows)
            ASSERT_EQ(amsterdam.to_local(instant).time_since_epoch() - instant.time_since_epoch(),
                      offset)
                << to_rfc3339(instant);
        ASSERT_EQ(amsterdam.to_instant(amsterdam.to_local(begin) - 30min), begin);
        ASSERT_EQ(amsterdam.to_instant(amsterdam.to_local(end)), end - 1h);
    }
}

TEST(Zone, every_instant_outside_the_double_hour_survives_the_way_there_and_back) {
    const Zone amsterdam = zone("Europe/Amsterdam");
    for (Instant instant = std::chrono::sys_days{2020y / 1 / 1};
         instant < Instant{std::chrono::sys_days{2060y / 1 / 1}}; instant += 37min) {
        const Instant back = amsterdam.to_instant(amsterdam.to_local(instant));
        const bool second = amsterdam.to_local(instant - 1h) == amsterdam.to_local(instant);
        ASSERT_EQ(back, second ? instant - 1h : instant) << to_rfc3339(instant);
    }
}

TEST(Zone, a_day_begins_at_local_midnight) {
    const Zone amsterdam = zone("Europe/Amsterdam");
    const Instant midnight = parse_rfc3339("2026-11-22T23:00:00Z").value();
    EXPECT_EQ(amsterdam.day_of(midnight), LocalDay{2026y / 11 / 23});
    EXPECT_EQ(amsterdam.day_of(midnight - 1ms), LocalDay{2026y / 11 / 22});
    EXPECT_EQ(amsterdam.day_of(Instant{} - 24h), LocalDay{1969y / 12 / 31});
    EXPECT_EQ(amsterdam.to_local(midnight), local(2026y / 11 / 23, 0ms));
}

TEST(Zone, offsets_are_written_as_rfc_3339_wants_them) {
    const Instant noon = parse_rfc3339("2026-07-01T12:00:00Z").value();
    EXPECT_EQ(zone("America/St_Johns").to_rfc3339(noon), "2026-07-01T09:30:00-02:30");
    EXPECT_EQ(zone("Asia/Kathmandu").to_rfc3339(noon), "2026-07-01T17:45:00+05:45");
    EXPECT_EQ(zone("Europe/London").to_rfc3339(noon + 2ms), "2026-07-01T13:00:00.002+01:00");
    EXPECT_EQ(zone("UTC").to_rfc3339(noon), "2026-07-01T12:00:00Z");
    const Instant old = parse_rfc3339("1930-01-01T12:00:00Z").value();
    const std::string text = zone("Europe/Amsterdam").to_rfc3339(old);
    EXPECT_EQ(parse_rfc3339(text).value(), old) << text;
}

TEST(LocalDay, is_written_and_read_as_a_date) {
    EXPECT_EQ(to_string(LocalDay{2026y / 12 / 25}), "2026-12-25");
    EXPECT_EQ(to_string(LocalDay{std::chrono::year{7} / 1 / 2}), "0007-01-02");
    EXPECT_EQ(parse_day("2028-02-29").value(), LocalDay{2028y / 2 / 29});
    for (const char* text : {"", "2026-12-5", "2026-12-25 ", "2026/12/25", "2026-02-29",
                             "2026-00-10", "25-12-2026", "2026-12-25T00:00:00Z", "-026-12-25"})
        EXPECT_FALSE(parse_day(text)) << text;
}

}  // namespace
}  // namespace werktdoord
