#include <gmock/gmock.h>

#include "codec/facts_json.hpp"
#include "codec/problem_json.hpp"
#include "codec/route_json.hpp"

namespace werktdoord {
namespace {

Facts some_facts() {
    Facts site;
    site.values = {{"name", "Tilburg"}};
    Facts region;
    region.values = {{"name", "Midden-Brabant"}, {"empty", ""}};
    region.lists = {{"sites", {site, Facts{}}}};
    Facts facts;
    facts.values = {{"number", "NLWD-2026-000001"}, {"quote", "\"<b>\"\n\u20ac"}};
    facts.lists = {{"regions", {region}}, {"none", {}}};
    return facts;
}

TEST(FactsJson, FactsComeBackAsTheyWere) {
    for (const Facts& facts : {Facts{}, some_facts()})
        EXPECT_EQ(facts_from_json(facts_to_json(facts)).value(), facts);
    EXPECT_EQ(facts_to_json({}), "{}");
}

TEST(FactsJson, AnythingElseIsRefused) {
    for (const char* text : {"", "[]", R"({"values":[]})", R"({"values":{"a":1}})", R"({"x":{}})",
                             R"({"lists":{"a":{}}})", R"({"lists":{"a":["x"]}})"})
        EXPECT_FALSE(facts_from_json(text)) << text;
}

Route some_route() {
    Route route;
    route.rules = {"care", "default"};
    route.regions = {{RegionKey("a"),
                      Mode::immediately,
                      {0, 2},
                      {WspKey("w1"), WspKey("w2")},
                      {Role::wsp_manager, Role::pow_director}},
                     {RegionKey("b"), Mode::after_assessment, {1}, {}, {}}};
    route.policy = "blueprint";
    route.lead = RegionKey("a");
    route.unplaced = {{3, "postcode bestaat niet"}};
    route.signposts = {"noloc"};
    route.why = {"5038 ligt in Tilburg"};
    return route;
}

TEST(RouteJson, ARouteComesBackAsItWas) {
    for (const Route& route : {Route{}, some_route()}) {
        const auto read = route_from_json(route_to_json(route));
        ASSERT_TRUE(read) << read.error()[0].where << read.error()[0].text;
        EXPECT_EQ(*read, route);
    }
}

TEST(RouteJson, AnythingElseIsRefused) {
    for (const char* text :
         {"", "[]", "{}", R"({"proposals":[1],"unplaced":[]})",
          R"({"proposals":[{"region":"a","sites":[-1],"mode":"immediately"}],"unplaced":[]})",
          R"({"proposals":[{"region":"a","sites":[],"mode":"later"}],"unplaced":[]})",
          R"({"proposals":[],"unplaced":[{"why":"x"}]})"})
        EXPECT_FALSE(route_from_json(text)) << text;
}

TEST(ProblemJson, ErrorsHavePointersAndAConflictNamesWhatFits) {
    EXPECT_EQ(problem_json(401, "Unauthorized", "The signature is missing, wrong or stale."),
              R"({"status":401,"title":"Unauthorized",)"
              R"("detail":"The signature is missing, wrong or stale."})");
    EXPECT_EQ(
        problem_json(400, "Bad Request", "d", {{"/data/kind", "is \"required\""}, {"", "x"}}),
        R"({"status":400,"title":"Bad Request","detail":"d","errors":[)"
        R"({"pointer":"/data/kind","detail":"is \"required\""},{"pointer":"","detail":"x"}]})");
    EXPECT_EQ(problem_json(409, "Conflict", "d", {},
                           {EventName::request_note, EventName::request_reopened}),
              R"({"status":409,"title":"Conflict","detail":"d",)"
              R"("fits":["request.note","request.reopened"]})");
}

}  // namespace
}  // namespace werktdoord
