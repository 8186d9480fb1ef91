#include "core/places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::some_places;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Lies {
    const char* sentence;
    Site site;
    const char* municipality;
    const char* region;
    bool disagrees = false;
};

void PrintTo(const Lies& row, std::ostream* out) {
    *out << row.sentence;
}

class SiteLies : public testing::TestWithParam<Lies> {};

TEST_P(SiteLies, in_its_municipality_and_region) {
    const Lies& row = GetParam();
    const Result<Placement> placed = some_places().place(row.site);
    ASSERT_TRUE(placed) << row.sentence << ": " << placed.error().text;
    EXPECT_EQ(placed->municipality.text(), row.municipality) << row.sentence;
    EXPECT_EQ(placed->region.text(), row.region) << row.sentence;
    EXPECT_EQ(!placed->disagreement.empty(), row.disagrees)
        << row.sentence << ": " << placed->disagreement;
    EXPECT_THAT(placed->why, Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(
    postcode, SiteLies,
    testing::Values(
        Lies{"the postcode decides", {"5038 AB", ""}, "GM0855", "midden-brabant"},
        Lies{"lower case, no space", {"5038ab", ""}, "GM0855", "midden-brabant"},
        Lies{"digits and spaces", {"  5038  ", ""}, "GM0855", "midden-brabant"},
        Lies{"both agree", {"5038 AB", "tilburg"}, "GM0855", "midden-brabant"},
        Lies{"against the municipality", {"5038 AB", "Breda"}, "GM0855", "midden-brabant", true},
        Lies{"against one of its region", {"5038 AB", "Goirle"}, "GM0855", "midden-brabant", true},
        Lies{"an unknown municipality", {"5038 AB", "Nergenshuizen"}, "GM0855", "midden-brabant"},
        Lies{"shared, alone: the main one", {"5383 AA", ""}, "GM0796", "noordoost-brabant"},
        Lies{"shared: its named part", {"5383 AA", "Bernheze"}, "GM1721", "noordoost-brabant"},
        Lies{"picks the Bergen", {"5854 AA", "Bergen"}, "GM0893", "noord-limburg"}));

INSTANTIATE_TEST_SUITE_P(
    straddling, SiteLies,
    testing::Values(
        Lies{"the municipality decides", {"7933 AA", "Westerveld"}, "GM1701", "regio-zwolle"},
        Lies{"so does the main one", {"7933 AA", "Hoogeveen"}, "GM0118", "drenthe"},
        Lies{"alone: the main municipality", {"7933 AA", ""}, "GM0118", "drenthe"},
        Lies{"an unknown one: the main", {"7933 AA", "Nergenshuizen"}, "GM0118", "drenthe"},
        Lies{"one of two: the main", {"7933 AA", "Bergen"}, "GM0118", "drenthe"},
        Lies{
            "another municipality decides", {"7933 AA", "Breda"}, "GM0758", "west-brabant", true}));

INSTANTIATE_TEST_SUITE_P(
    municipality, SiteLies,
    testing::Values(
        Lies{"an unknown postcode", {"9998 ZZ", "Tilburg"}, "GM0855", "midden-brabant"},
        Lies{"a postcode badly written", {"ABCD", "Tilburg"}, "GM0855", "midden-brabant"},
        Lies{"no postcode", {"", "TILBURG "}, "GM0855", "midden-brabant"},
        Lies{"with Gemeente", {"", "Gemeente Tilburg"}, "GM0855", "midden-brabant"},
        Lies{"with its suffix", {"", "Hengelo (O.)"}, "GM0164", "twente"},
        Lies{"suffix without dot", {"", "hengelo (o)"}, "GM0164", "twente"},
        Lies{"without its suffix", {"", "Hengelo"}, "GM0164", "twente"},
        Lies{"suffix by province", {"", "Hengelo (Overijssel)"}, "GM0164", "twente"},
        Lies{"suffix of our own", {"", "Tilburg (NB)"}, "GM0855", "midden-brabant"},
        Lies{"Den Haag", {"", "Den Haag"}, "GM0518", "haaglanden"},
        Lies{"'s-Gravenhage", {"", "'s-Gravenhage"}, "GM0518", "haaglanden"},
        Lies{"a curly apostrophe", {"", "’s-Gravenhage"}, "GM0518", "haaglanden"},
        Lies{"no apostrophe", {"", "s Gravenhage"}, "GM0518", "haaglanden"},
        Lies{"Den Bosch", {"", "Den Bosch"}, "GM0796", "noordoost-brabant"},
        Lies{"'s-Hertogenbosch", {"", "'s-hertogenbosch"}, "GM0796", "noordoost-brabant"},
        Lies{"without diacritics", {"", "Sudwest Fryslan"}, "GM1900", "friesland"},
        Lies{"with diacritics", {"", "SÚDWEST-FRYSLÂN"}, "GM1900", "friesland"},
        Lies{"a former one", {"", "Maasdonk"}, "GM0796", "noordoost-brabant"},
        Lies{"Bergen with its suffix", {"", "Bergen (NH.)"}, "GM0373", "noord-holland-noord"},
        Lies{"Bergen with dots", {"", "Bergen (N.H.)"}, "GM0373", "noord-holland-noord"},
        Lies{"Bergen L", {"", "Bergen L"}, "GM0893", "noord-limburg"},
        Lies{"Bergen by province", {"", "Bergen (Limburg)"}, "GM0893", "noord-limburg"}));

struct Nowhere {
    const char* sentence;
    Site site;
    const char* why;
};

TEST(Places, a_site_that_cannot_be_placed_says_why) {
    const Places places = some_places();
    for (const auto& [sentence, site, why] : std::vector<Nowhere>{
             {"a name that two share needs a postcode", {"", "Bergen"}, "een postcode is nodig"},
             {"an unknown postcode does not help", {"9998", "Bergen"}, "een postcode is nodig"},
             {"successors in two regions", {"", "Oud-Zuiden"}, "een postcode is nodig"},
             {"an unknown municipality", {"", "Nergenshuizen"}, "staat niet in de lijst"},
             {"a suffix of elsewhere", {"", "Tilburg (NH.)"}, "staat niet in de lijst"},
             {"an unknown postcode alone", {"9998 ZZ", ""}, "postcode 9998 staat niet in de lijst"},
             {"no postcode", {"0123 AB", ""}, "niet goed geschreven"},
             {"nothing", {" ", " "}, "geen postcode"}}) {
        const Result<Placement> placed = places.place(site);
        ASSERT_FALSE(placed) << sentence;
        EXPECT_THAT(placed.error().text, HasSubstr(why)) << sentence;
    }
}

TEST(Places, what_the_employer_typed_is_not_repeated) {
    const Result<Placement> failed = some_places().place({"", "Jan Jansen"});
    ASSERT_FALSE(failed);
    EXPECT_THAT(failed.error().text, Not(HasSubstr("Jansen")));
    const Result<Placement> placed = some_places().place({"5038 XY", "Jan Jansen"});
    ASSERT_TRUE(placed);
    EXPECT_THAT(placed->why + placed->row + placed->disagreement, Not(HasSubstr("Jansen")));
    EXPECT_THAT(placed->why + placed->row + placed->disagreement, Not(HasSubstr("XY")));
}

TEST(Places, a_straddling_postcode_says_so) {
    const Result<Placement> placed = some_places().place({"7933 AA", ""});
    ASSERT_TRUE(placed);
    EXPECT_THAT(placed->why, HasSubstr("meer dan één regio"));
    EXPECT_THAT(placed->why, HasSubstr("hoofdgemeente Hoogeveen"));
}

TEST(Places, a_disagreement_names_both) {
    const Result<Placement> placed = some_places().place({"5038", "Breda"});
    ASSERT_TRUE(placed);
    EXPECT_THAT(placed->disagreement, HasSubstr("Tilburg (regio midden-brabant)"));
    EXPECT_THAT(placed->disagreement, HasSubstr("Breda (regio west-brabant)"));
}

TEST(Places, the_row_of_the_reference_is_told) {
    const Places places = some_places();
    EXPECT_EQ(places.place({"5038 AB", ""})->row, "postcodes.csv: 5038,GM0855");
    EXPECT_EQ(places.place({"", "Tilburg"})->row,
              "municipalities.csv: GM0855,Tilburg,midden-brabant,Noord-Brabant");
}

TEST(Places, the_row_of_a_split_postcode_is_that_of_the_part) {
    const Places places = some_places();
    EXPECT_EQ(places.place({"5383", "'s-Hertogenbosch"})->row, "postcodes.csv: 5383,GM0796");
    EXPECT_EQ(places.place({"5383", "Bernheze"})->row, "split_postcodes.csv: 5383,GM1721");
}

TEST(Places, two_rows_of_one_postcode_split_it) {
    Places places;
    places.add({MunicipalityCode("GM0001"), "Aa", RegionKey("a"), "P"});
    places.add({MunicipalityCode("GM0002"), "Bee", RegionKey("b"), "P"});
    places.add_postcode(1000, MunicipalityCode("GM0001"));
    places.add_postcode(1000, MunicipalityCode("GM0002"));
    EXPECT_EQ(places.place({"1000", "Bee"})->region, RegionKey("b"));
    EXPECT_EQ(places.place({"1000", ""})->region, RegionKey("a"));
}

TEST(Places, a_name_in_use_goes_before_a_former_one) {
    Places places = some_places();
    places.add_former("Tilburg", MunicipalityCode("GM0758"));
    EXPECT_EQ(places.place({"", "Tilburg"})->municipality.text(), "GM0855");
}

TEST(Fold, words_are_compared_without_case_diacritics_and_spaces) {
    for (const auto& [written, folded] : std::vector<std::pair<std::string, std::string>>{
             {"  Café \t Zuid ", "cafe zuid"},
             {"SÚDWEST-FRYSLÂN", "sudwest-fryslan"},
             {"Cafe\u0301", "cafe"},
             {"Łódź ŒUVRE ĳs Straße Þór", "lodz oeuvre ijs strasse thor"},
             {"a\u00a0b\u200bc", "a bc"},
             {"’s–Gravenhage", "'s-gravenhage"},
             {"Żółw ÿ ž ſ", "zolw y z s"},
             {"€ 中", "€ 中"},
             {"\xff\xc3", "\xff\xc3"},
             {"", ""}})
        EXPECT_EQ(fold(written), folded) << written;
}

TEST(Postcode, four_digits_and_two_letters_or_none) {
    EXPECT_EQ(pc4_of("5038AB"), 5038);
    EXPECT_EQ(pc4_of("5038 ab"), 5038);
    EXPECT_EQ(pc4_of("5038"), 5038);
    EXPECT_EQ(pc4_of("  5038  Ab "), 5038);
    for (const char* text : {"", "503", "50381", "5038 A", "5038 ABC", "5038 A1", "0038 AB",
                             "AB 5038", "50 38 AB", "5038 A B", "5038 \u00c4B"})
        EXPECT_EQ(pc4_of(text), std::nullopt) << text;
}

}  // namespace
}  // namespace werktdoord
