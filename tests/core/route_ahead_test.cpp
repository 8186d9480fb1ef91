// A route worked out ahead is taken only where it would come out the same.
#include "core/route_ahead.hpp"

#include <gmock/gmock.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using namespace build;
using testing::ElementsAre;
using testing::IsEmpty;

RulesPtr rules_to(const std::string& region) {
    RuleSet rules = a_ruleset({a_rule("all", everything(), to_regions({region}))});
    Signpost today;
    today.key = "vandaag";
    today.valid = {day("2026-11-23"), day("2026-11-23")};
    rules.signposts = {today};
    return std::make_shared<const RuleSet>(std::move(rules));
}

TEST(RouteAhead, is_taken_under_the_same_rules_on_the_same_day) {
    const RulesPtr rules = rules_to("twente");
    std::optional<RouteAhead> ahead = route_ahead(a_request(), rules, monday_morning());
    EXPECT_EQ(ahead->route, route(a_request(), *rules, monday_morning()));
    ahead->route.policy = "marked";
    EXPECT_EQ(route(a_request(), ahead, *rules, at("2026-11-23T23:59:59+01:00")).policy, "marked");
}

TEST(RouteAhead, under_other_rules_the_route_is_theirs) {
    const RulesPtr before = rules_to("twente");
    const RulesPtr now = rules_to("drenthe");
    const auto ahead = route_ahead(a_request(), before, monday_morning());
    const Route found = route(a_request(), ahead, *now, monday_morning());
    EXPECT_EQ(found, route(a_request(), *now, monday_morning()));
    EXPECT_TRUE(found.find(RegionKey("drenthe")));
}

TEST(RouteAhead, on_another_local_day_the_route_is_that_of_the_day) {
    const RulesPtr rules = rules_to("twente");
    const auto ahead = route_ahead(a_request(), rules, at("2026-11-23T23:59:59+01:00"));
    EXPECT_THAT(ahead.route.signposts, ElementsAre("vandaag"));
    EXPECT_THAT(route(a_request(), ahead, *rules, at("2026-11-24T00:00:00+01:00")).signposts,
                IsEmpty());
}

TEST(RouteAhead, without_one_the_route_is_worked_out) {
    const RulesPtr rules = rules_to("twente");
    EXPECT_EQ(route(a_request(), std::nullopt, *rules, monday_morning()),
              route(a_request(), *rules, monday_morning()));
}

}  // namespace
}  // namespace werktdoord
