#include "core/holidays.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "core/calendars.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

struct DataRow {
    std::string name;
    std::string off;  // ja, nee, lustrumjaar
};

std::multimap<LocalDay, DataRow> data_rows() {
    std::ifstream file(WERKTDOOR_SOURCE_DIR "/tests/core/data/holidays-nl-2020-2035.csv");
    std::multimap<LocalDay, DataRow> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string date, weekday, name;
        std::getline(fields, date, ',');
        std::getline(fields, weekday, ',');
        std::getline(fields, name, ',');
        rows.emplace(day(date), DataRow{name, line.substr(line.rfind(',') + 1)});
    }
    return rows;
}

TEST(Holidays, are_exactly_the_rows_of_the_data_that_people_have_off) {
    const auto rows = data_rows();
    ASSERT_EQ(rows.size(), 176U);
    std::vector<std::pair<LocalDay, std::string>> expected;
    for (const auto& [date, row] : rows) {
        const int year = static_cast<int>(std::chrono::year_month_day{date}.year());
        EXPECT_TRUE(row.off == "ja" || row.off == "nee" || row.off == "lustrumjaar") << row.off;
        EXPECT_EQ(row.off == "lustrumjaar", row.name == "Bevrijdingsdag" && year % 5 == 0) << year;
        if (row.off != "nee") expected.emplace_back(date, row.name);
    }
    std::vector<std::pair<LocalDay, std::string>> found;
    for (auto year = 2020y; year <= 2035y; ++year)
        for (const auto& holiday : netherlands_holidays(year)) found.push_back(holiday);
    EXPECT_EQ(found, expected);
}

TEST(Holidays, good_friday_is_worked_and_5_may_is_off_in_every_fifth_year_only) {
    EXPECT_EQ(netherlands_holiday(day("2026-04-03")), "");
    EXPECT_EQ(netherlands_holiday(day("2030-05-05")), "Bevrijdingsdag");
    EXPECT_EQ(netherlands_holiday(day("2031-05-05")), "");
}

TEST(Holidays, are_computed_for_years_outside_the_data) {
    const std::pair<const char*, const char*> rows[] = {
        {"2013-04-30", "Koninginnedag"},   {"2013-04-27", ""},
        {"2014-04-26", "Koningsdag"},      {"2014-04-27", ""},
        {"2000-04-23", "Eerste Paasdag"},  {"1818-03-22", "Eerste Paasdag"},
        {"2038-04-25", "Eerste Paasdag"},  {"2038-06-14", "Tweede Pinksterdag"},
        {"2285-03-22", "Eerste Paasdag"},  {"2049-05-27", "Hemelvaartsdag"},
        {"2100-12-26", "Tweede Kerstdag"}, {"2100-01-01", "Nieuwjaarsdag"},
    };
    for (const auto& [date, name] : rows) EXPECT_EQ(netherlands_holiday(day(date)), name) << date;
}

}  // namespace
}  // namespace werktdoord
