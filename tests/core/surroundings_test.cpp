#include "core/surroundings.hpp"

#include <gtest/gtest.h>

#include "core/build.hpp"
#include "core/implication.hpp"

namespace werktdoord {
namespace {

using namespace build;
using Op = Matcher::Op;

Places two_provinces() {
    Places places;
    places.add(
        {MunicipalityCode("GM0855"), "Tilburg", RegionKey("midden-brabant"), "Noord-Brabant"});
    places.add({MunicipalityCode("GM0164"), "Hengelo (O.)", RegionKey("twente"), "Overijssel"});
    places.add(
        {MunicipalityCode("GM1876"), "Hengelo (Gld.)", RegionKey("achterhoek"), "Gelderland"});
    return places;
}

TEST(Surroundings, a_municipality_lies_in_its_region_and_province) {
    const Surroundings around(two_provinces());
    const struct {
        Matcher narrow;
        Matcher wide;
        bool expected;
    } rows[] = {
        {is(Field::municipality, {"Tilburg"}), is(Field::region, {"midden-brabant"}), true},
        {is(Field::municipality, {"GM0855"}), is(Field::province, {"Noord Brabant"}), true},
        {is(Field::region, {"twente"}), is(Field::province, {"Overijssel"}), true},
        {tree(Op::all, {is(Field::kind, {"demand"}), is(Field::municipality, {"Hengelo (O.)"})}),
         is(Field::region, {"twente"}), true},
        {is(Field::municipality, {"Hengelo"}), is(Field::region, {"twente"}), false},
        {is(Field::municipality, {"Hengelo"}), is(Field::region, {"twente", "achterhoek"}), true},
        {is(Field::municipality, {"Tilburg", "Hengelo"}),
         is(Field::province, {"Noord-Brabant", "Overijssel", "Gelderland"}), true},
        {is(Field::region, {"twente"}), is(Field::municipality, {"Hengelo"}), false},
        {is(Field::municipality, {"Elders"}), is(Field::region, {"twente"}), false},
        {tree(Op::none, {is(Field::municipality, {"Tilburg"})}),
         tree(Op::none, {is(Field::region, {"midden-brabant"})}), false},
        {field_matcher(Field::municipality, negated(equals({"Tilburg"}))),
         is(Field::region, {"midden-brabant"}), false},
    };
    for (const auto& row : rows)
        EXPECT_EQ(Ways(around.named_in(row.narrow)).within(row.wide), row.expected) << &row - rows;
}

TEST(Surroundings, the_same_requests_are_taken) {
    const Places places = two_provinces();
    const Surroundings around(places);
    const Matcher matchers[] = {
        is(Field::municipality, {"Tilburg", "Elders"}), is(Field::municipality, {"Hengelo"}),
        is(Field::region, {"twente"}),
        tree(Op::any, {is(Field::municipality, {"GM1876"}), is(Field::region, {"elders"})}),
        tree(Op::none, {is(Field::municipality, {"Tilburg"})})};
    for (const auto& [code, municipality] : places.municipalities()) {
        const RequestData data;
        const auto placed = places.place({"", municipality.name});
        ASSERT_TRUE(placed);
        const std::vector<Placement> placements{*placed};
        const MatchFacts facts(data, placements, places);
        for (const Matcher& matcher : matchers)
            EXPECT_EQ(matches(around.named_in(matcher), facts), matches(matcher, facts))
                << code << " " << &matcher - matchers;
    }
}

}  // namespace
}  // namespace werktdoord
