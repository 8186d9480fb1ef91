#include "core/regions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/calendars.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;

const WspKey north{"wsp-north"}, south{"wsp-south"}, whole{"wsp-all"};
const MunicipalityCode tilburg_code{"GM0855"}, goirle_code{"GM0785"}, oisterwijk_code{"GM0824"};

Region region(bool with_whole_region) {
    Region made;
    made.wsps = {{south, "Zuid", "zuid@wsp.example", {goirle_code}},
                 {north, "Noord", "noord@wsp.example", {tilburg_code, goirle_code}}};
    if (with_whole_region) made.wsps.push_back({whole, "Heel", "heel@wsp.example", {}});
    return made;
}

TEST(Regions, the_wsps_that_cover_the_municipality_in_the_order_of_the_file) {
    EXPECT_THAT(region(false).wsps_for({tilburg_code}), ElementsAre(north));
    EXPECT_THAT(region(false).wsps_for({goirle_code}), ElementsAre(south, north));
    EXPECT_THAT(region(false).wsps_for({tilburg_code, tilburg_code}), ElementsAre(north));
    EXPECT_THAT(region(true).wsps_for({tilburg_code}), ElementsAre(north, whole));
    EXPECT_THAT(region(true).wsps_for({oisterwijk_code}), ElementsAre(whole));
}

TEST(Regions, where_no_wsp_covers_the_municipality_all_of_them) {
    EXPECT_THAT(region(false).wsps_for({oisterwijk_code}), ElementsAre(south, north));
    EXPECT_THAT(region(false).wsps_for({tilburg_code, oisterwijk_code}), ElementsAre(south, north));
    EXPECT_THAT(region(false).wsps_for({}), ElementsAre(south, north));
    EXPECT_THAT(Region{}.wsps_for({tilburg_code}), ElementsAre());
}

TEST(Regions, a_wsp_is_found_by_its_key) {
    const Region made = region(false);
    ASSERT_NE(made.find_wsp(north), nullptr);
    EXPECT_EQ(made.find_wsp(north)->name, "Noord");
    EXPECT_EQ(made.find_wsp(whole), nullptr);
}

TEST(Person, is_absent_from_the_first_through_the_last_day) {
    Person person;
    person.absent = {{day("2026-12-21"), day("2027-01-01")},
                     {day("2027-03-01"), day("2027-03-01")}};
    const std::pair<const char*, bool> rows[] = {{"2026-12-20", false}, {"2026-12-21", true},
                                                 {"2027-01-01", true},  {"2027-01-02", false},
                                                 {"2027-02-28", false}, {"2027-03-01", true}};
    for (const auto& [date, absent] : rows) EXPECT_EQ(person.is_absent(day(date)), absent) << date;
    EXPECT_FALSE(Person{}.is_absent(day("2026-12-21")));
}

}  // namespace
}  // namespace werktdoord
