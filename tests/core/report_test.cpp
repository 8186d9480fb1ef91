// The sums of a report: docs/report.md.
#include "core/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"
#include "core/countable.hpp"

namespace werktdoord {
namespace {

using build::at;
using build::day;
using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;

const ReportPeriod november{day("2026-11-01"), day("2026-11-30")};

Clock a_clock(ClockName name, int hours_taken, ClockState state, const char* region = "") {
    Clock clock;
    clock.name = name;
    if (*region) clock.region = RegionKey(region);
    clock.start = at("2026-11-02T09:00:00Z");
    clock.due = clock.start + hours(24);
    clock.state = state;
    if (!clock.open()) clock.ended_at = clock.start + hours(hours_taken);
    return clock;
}

ReportRequest a_row(const std::string& sector = "86.10", const char* region = "twente") {
    ReportRequest row;
    row.registered_at = at("2026-11-02T09:00:00Z");
    row.sector = sector;
    row.headcount = 4;
    row.regions = {RegionKey(region)};
    return row;
}

Report a_report() {
    return {november, build::amsterdam(), at("2026-12-01T09:00:00Z")};
}

TEST(Report, begins_and_ends_at_local_midnight_also_when_summer_time_does) {
    const ReportSpan autumn = span_of({day("2026-10-25"), day("2026-10-25")}, build::amsterdam());
    EXPECT_EQ(to_rfc3339(autumn.begin), "2026-10-24T22:00:00Z");
    EXPECT_EQ(autumn.end - autumn.begin, hours(25));
    const ReportSpan spring = span_of({day("2027-03-28"), day("2027-03-28")}, build::amsterdam());
    EXPECT_EQ(spring.end - spring.begin, hours(23));
}

TEST(Report, names_weeks_as_iso_does) {
    EXPECT_EQ(week_of(day("2026-11-23")), "2026-W48");
    EXPECT_EQ(week_of(day("2026-11-29")), "2026-W48");
    EXPECT_EQ(week_of(day("2027-01-03")), "2026-W53");
    EXPECT_EQ(week_of(day("2024-12-30")), "2025-W01");
}

TEST(Report, over_nothing_is_nothing) {
    const ReportFigures figures = a_report().figures();
    EXPECT_EQ(figures.received, 0);
    EXPECT_THAT(figures.totals, IsEmpty());
    EXPECT_THAT(figures.hop_times, IsEmpty());
    EXPECT_EQ(figures.promises.permille_in_time(), std::nullopt);
    EXPECT_EQ(figures.promises.percentile(50), std::nullopt);
}

TEST(Report, counts_requests_people_and_those_placed_by_kind) {
    Report report = a_report();
    ReportRequest row = a_row();
    row.filled = 3;
    report.add(row);
    row.kind = Kind::offer;
    row.headcount = 10;
    report.add(row);
    report.add_rejected(2);
    const ReportFigures figures = report.figures();
    ASSERT_EQ(figures.totals.size(), 2U);
    EXPECT_EQ(figures.totals[0].people.value, 4);
    EXPECT_EQ(figures.totals[0].placed.value, 3);
    EXPECT_EQ(figures.totals[1].people.value, 10);
    EXPECT_EQ(figures.received, 2);
    EXPECT_EQ(figures.rejected, 2);
}

TEST(Report, masks_a_small_sector_and_the_people_of_it) {
    Report report = a_report();
    for (int i = 0; i < 9; ++i) report.add(a_row("86"));
    for (int i = 0; i < 6; ++i) report.add(a_row("10.71"));
    report.add(a_row("55"));
    const auto sectors = report.figures().sectors;
    ASSERT_EQ(sectors.size(), 3U);
    EXPECT_EQ(sectors[0].requests.shown, Figure::Shown::hidden);  // 10: 6 would give 55 away
    EXPECT_EQ(sectors[1].requests.shown, Figure::Shown::few);     // 55: 1
    EXPECT_EQ(sectors[1].people.shown, Figure::Shown::few);
    EXPECT_EQ(sectors[2].requests.shown, Figure::Shown::plain);  // 86: 9
}

TEST(Report, judges_open_late_and_never_met_clocks_and_no_others) {
    Report report = a_report();
    ReportRequest row = a_row();
    row.clocks = {a_clock(ClockName::wsp_response, 2, ClockState::met, "twente"),
                  a_clock(ClockName::wsp_response, 48, ClockState::met, "twente"),
                  a_clock(ClockName::wsp_response, 72, ClockState::cancelled, "twente"),
                  a_clock(ClockName::wsp_response, 1, ClockState::cancelled, "twente"),
                  a_clock(ClockName::wsp_response, 0, ClockState::missed, "twente"),
                  a_clock(ClockName::take_up, 1, ClockState::met)};
    Clock fresh = a_clock(ClockName::wsp_response, 0, ClockState::running, "twente");
    fresh.due = at("2026-12-02T09:00:00Z");
    row.clocks.push_back(fresh);
    report.add(row);
    const ReportFigures figures = report.figures();
    ASSERT_EQ(figures.region_times.size(), 1U);
    const ResponseTimes& times = figures.region_times[0].times;
    EXPECT_EQ(times.judged(), 4);
    EXPECT_EQ(times.in_time(), 1);
    EXPECT_EQ(times.never(), 1);
    EXPECT_EQ(times.open(), 2);
    EXPECT_EQ(times.overdue(), 1);
    EXPECT_EQ(times.cancelled(), 1);
    EXPECT_EQ(times.permille_in_time(), 250);
    EXPECT_EQ(times.percentile(50), hours(48));
    EXPECT_EQ(times.longest(), hours(29 * 24));
    EXPECT_EQ(figures.promises.judged(), 5);
    ASSERT_EQ(figures.hop_times.size(), 2U);
    EXPECT_EQ(figures.hop_times[0].hop, Hop::team);
    EXPECT_EQ(figures.hop_times[1].hop, Hop::wsp);
}

TEST(Report, counts_what_the_employer_said_per_region) {
    Report report = a_report();
    ReportRequest row = a_row();
    row.answers = {{RegionKey("twente"), true},
                   {RegionKey("twente"), false},
                   {RegionKey("twente"), std::nullopt}};
    report.add(row);
    const ReportFigures figures = report.figures();
    ASSERT_EQ(figures.region_heard.size(), 1U);
    EXPECT_EQ(figures.region_heard[0].answers, 3);
    EXPECT_EQ(figures.region_heard[0].heard, 1);
    EXPECT_EQ(figures.heard.not_heard, 1);
}

TEST(TimeCounts, gives_the_nearest_rank_to_the_minute_and_to_ten_bits_above) {
    TimeCounts counts;
    EXPECT_EQ(counts.percentile(90), std::nullopt);
    for (int i = 1; i <= 10; ++i) counts.add(Minutes(i));
    EXPECT_EQ(counts.percentile(50), Minutes(5));
    EXPECT_EQ(counts.percentile(90), Minutes(9));
    EXPECT_EQ(counts.percentile(100), Minutes(10));
    const std::pair<int, int> steps[] = {
        {0, 1},       {1022, 1023}, {1023, 1024}, {1024, 1026},     {2046, 2048},
        {2047, 2048}, {2048, 2052}, {2051, 2052}, {40'319, 40'320}, {40'320, 40'384}};
    for (const auto& [given, told] : steps) {
        TimeCounts one;
        one.add(Minutes(given) + std::chrono::seconds(59));
        EXPECT_EQ(one.percentile(50), Minutes(told)) << given;
        TimeCounts itself;
        itself.add(Minutes(told));
        EXPECT_EQ(itself.percentile(50), Minutes(told)) << "a step is itself";
    }
}

TEST(ResponseTimes, half_and_nine_of_ten_were_done_within_what_is_told_and_the_longest) {
    ResponseTimes times;
    std::vector<std::chrono::seconds> took;
    for (int i = 1; i <= 10; ++i) {
        took.emplace_back(i * i * 16'001 + i);
        Clock clock;
        clock.state = ClockState::met;
        clock.start = at("2026-11-02T09:00:00Z");
        clock.ended_at = clock.start + took.back();
        times.add(clock, at("2026-12-01T09:00:00Z"));
        EXPECT_LE(times.percentile(90), times.longest()) << i;
    }
    EXPECT_GE(times.percentile(50), took[4]);
    EXPECT_LT(times.percentile(50), took[5]);
    EXPECT_GE(times.percentile(90), took[8]);
    EXPECT_EQ(times.percentile(100), took[9]);
}

TEST(Countable, takes_keywords_and_divisions_only) {
    EXPECT_THAT(countable_themes({"werk-naar-werk", "Bel Jan", "jan@post.example", "a", "9x",
                                  "werk-naar-werk", "abc"}),
                ElementsAre("abc", "werk-naar-werk"));
    const std::pair<const char*, const char*> sectors[] = {
        {"86.10", "86"}, {"8610", "86"},     {"8.6", "86"},   {"8", "unknown"},
        {"", "unknown"}, {"Q86", "unknown"}, {"86 10", "86"}, {"8 610", "86"}};
    for (const auto& [given, division] : sectors)
        EXPECT_EQ(sector_division(given), division) << given;
}

}  // namespace
}  // namespace werktdoord
