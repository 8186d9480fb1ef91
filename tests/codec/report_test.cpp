// The report as JSON, CSV, text and page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "codec/json.hpp"
#include "codec/report_facts.hpp"
#include "codec/report_period.hpp"
#include "codec/report_plot.hpp"
#include "codec/report_tables.hpp"
#include "codec/report_words.hpp"
#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::amsterdam;
using build::at;
using build::day;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

ReportFigures some_figures() {
    Report report({day("2026-11-01"), day("2026-11-30")}, amsterdam(), at("2026-12-01T09:00:00Z"));
    ReportRequest row;
    row.registered_at = at("2026-11-23T09:00:00Z");
    row.sector = "86.10";
    row.headcount = 4;
    row.regions = {RegionKey("twente")};
    Clock clock;
    clock.name = ClockName::forward;
    clock.region = RegionKey("twente");
    clock.start = row.registered_at;
    clock.due = clock.start + 24h;
    clock.state = ClockState::met;
    clock.ended_at = clock.start + 5h;
    row.clocks = {clock};
    report.add(row);
    return report.figures();
}

const RegionNames in_brackets = [](const RegionKey& region) { return "<" + region.text() + ">"; };

TEST(ReportJson, has_each_table_below_its_group) {
    const auto told = parse_json(report_json(some_figures())).value().as_object();
    EXPECT_EQ(told.at("from"), "2026-11-01");
    EXPECT_EQ(told.at("asOf"), "2026-12-01T09:00:00Z");
    EXPECT_EQ(told.at("promises").at("share").to_number<double>(), 1.0);
    const auto& sector = told.at("volumes").at("bySector").at(0);
    EXPECT_EQ(sector.at("sector"), "86");
    EXPECT_EQ(sector.at("requests"), "<5");
    EXPECT_EQ(sector.at("placed"), 0);
    EXPECT_EQ(told.at("responseTimes").at("byRegionAndClock").at(0).at("p50Seconds"), 5 * 3600);
    EXPECT_EQ(told.at("heardBack").at("all").at(0).at("answers"), 0);
}

TEST(ReportCsv, has_one_header_and_as_many_fields_on_every_line) {
    const std::string csv = report_csv(some_figures());
    EXPECT_TRUE(csv.starts_with("table,kind,requests,people,placed,week,sector,theme,region,"));
    std::size_t begin = 0;
    const auto commas =
        std::count(csv.begin(), csv.begin() + static_cast<long>(csv.find('\r')), ',');
    for (std::size_t end; (end = csv.find("\r\n", begin)) != std::string::npos; begin = end + 2) {
        const std::string line = csv.substr(begin, end - begin);
        EXPECT_EQ(std::count(line.begin(), line.end(), ','), commas) << line;
    }
    EXPECT_EQ(begin, csv.size());
}

TEST(ReportText, is_dutch_and_names_regions) {
    const std::string text = report_text(report_words(some_figures(), in_brackets));
    EXPECT_THAT(text, HasSubstr("Rapport van zondag 1 november 2026"));
    EXPECT_THAT(text, HasSubstr("1 melding."));
    EXPECT_THAT(text, HasSubstr("Van alle beloften (1) is 100% op tijd nagekomen."));
    EXPECT_THAT(text, HasSubstr("<twente>"));
    EXPECT_THAT(text, HasSubstr("Doorsturen naar het WSP"));
    EXPECT_THAT(text, HasSubstr("5 uur"));
}

TEST(ReportPage, escapes_what_it_shows_and_has_a_table_beside_each_plot) {
    const std::string page = report_html(report_words(some_figures(), in_brackets));
    EXPECT_THAT(page, HasSubstr("&lt;twente&gt;"));
    EXPECT_THAT(page, Not(HasSubstr("<twente>")));
    for (const char* id : {"week", "uitkomst", "wie", "belofte", "regio"}) {
        const auto section = page.find(std::string("<h2 id=\"") + id + "\">");
        ASSERT_NE(section, std::string::npos) << id;
        const auto plot = page.find("<svg role=\"img\"", section);
        const auto table = page.find("<table>", section);
        EXPECT_LT(plot, table) << id;
        EXPECT_LT(table, page.find("</section>", section)) << id;
    }
    EXPECT_THAT(page, Not(HasSubstr("http")));
}

TEST(ReportPage, cuts_no_name_of_a_week_off) {
    const std::regex names("<text x=\"([0-9]+)\" y=\"[0-9]+\" text-anchor=\"([a-z]+)\">2026-W");
    for (int weeks = 1; weeks <= 80; ++weeks) {
        ReportPlot plot;
        plot.kind = ReportPlot::Kind::columns;
        for (int week = 0; week < weeks; ++week) plot.bars.push_back({"2026-W47", 1, "1"});
        plot.full = 1;
        const std::string svg = report_svg(plot, "week");
        for (std::sregex_iterator name(svg.begin(), svg.end(), names), end; name != end; ++name) {
            const int left = std::stoi((*name)[1]) - ((*name)[2] == "end" ? 70 : 0);
            EXPECT_TRUE(left >= 0 && left + 70 <= 720) << weeks << ": " << (*name)[0];
        }
    }
}

TEST(ReportPage, of_nothing_says_so) {
    Report nothing({day("2026-11-01"), day("2026-11-01")}, amsterdam(), at("2026-12-01T09:00:00Z"));
    const ReportWords words = report_words(nothing.figures(), in_brackets);
    EXPECT_THAT(report_html(words), HasSubstr("Niets in deze periode."));
    EXPECT_THAT(report_html(words), Not(HasSubstr("<svg")));
    EXPECT_THAT(report_text(words), HasSubstr("0 meldingen."));
}

TEST(ReportMail, names_its_month) {
    EXPECT_EQ(report_facts(some_figures(), in_brackets).values.at("period"), "november 2026");
}

TEST(ReportPeriod, is_two_days_in_order) {
    EXPECT_TRUE(read_period("2026-11-23", "2026-11-23"));
    EXPECT_EQ(read_period("2026-11-31", "x").error().size(), 2U);
    EXPECT_EQ(read_period("2026-11-23", "2026-11-22").error().front().where, "until");
}

TEST(ReportWords, tell_lengths_and_shares) {
    EXPECT_EQ(dutch_length(12min), "12 min");
    EXPECT_EQ(dutch_length(5h), "5 uur");
    EXPECT_EQ(dutch_length(312min), "5 uur 12 min");
    EXPECT_EQ(dutch_length(48h), "2 dagen");
    EXPECT_EQ(dutch_length(76h), "3 dagen 4 uur");
    EXPECT_EQ(dutch_length(12min + 1s), "13 min") << "within which it was done";
    EXPECT_EQ(dutch_length(47h + 59min + 1s), "2 dagen");
    EXPECT_EQ(dutch_length(75h + 1min), "3 dagen 4 uur");
    EXPECT_EQ(dutch_length(71h + 1min), "3 dagen");
    EXPECT_EQ(dutch_share(875), "87,5%");
    EXPECT_EQ(dutch_share(1000), "100%");
    EXPECT_EQ(dutch_share(0), "0%");
}

}  // namespace
}  // namespace werktdoord
