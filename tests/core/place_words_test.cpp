// Places as people read them, however they were typed.
#include "core/place_words.hpp"

#include <gtest/gtest.h>

#include "core/build.hpp"
#include "core/digest_facts.hpp"

namespace werktdoord {
namespace {

TEST(PlaceWords, write_a_postcode_in_one_way) {
    for (const char* typed : {"8261AA", "8261 AA", "8261aa", " 8261  aa "})
        EXPECT_EQ(readable_place(typed), "8261 AA") << typed;
    EXPECT_EQ(readable_place("8261"), "8261");
    for (const char* other : {"Kampen", "8261AA Kampen", "0261AA", "'s-Hertogenbosch", ""})
        EXPECT_EQ(readable_place(other), other);
}

TEST(PlaceWords, of_a_site_leave_what_was_typed_in_the_request) {
    Site site;
    site.postcode = "8261aa";
    EXPECT_EQ(place_of(site), "8261 AA");
    EXPECT_EQ(short_place(site), "8261aa") << "stored, and told to programs";
    EXPECT_EQ(where_of(short_place(site), {}, RegionKey(), build::a_ruleset()), "8261 AA");
    site.municipality = "Kampen";
    EXPECT_EQ(place_of(site), "8261 AA Kampen");
    EXPECT_EQ(short_place(site), "Kampen");
}

}  // namespace
}  // namespace werktdoord
