// What a person decides, as it comes over the API.
#include "codec/decision_body.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace werktdoord {
namespace {

using testing::ElementsAre;
using Decide = DeskDecision::Kind;

std::vector<std::string> places(const Parsed<DeskDecision>& decision) {
    std::vector<std::string> all;
    for (const Problem& problem : decision ? Problems() : decision.error())
        all.push_back(problem.where);
    return all;
}

TEST(DecisionBody, tells_who_decides_and_why) {
    const auto drop = read_decision_body(R"({"by":"anna","reason":"Gebeld.\nNiet meer nodig."})",
                                         Decide::drop, 12);
    ASSERT_TRUE(drop);
    EXPECT_EQ(drop->kind, Decide::drop);
    EXPECT_EQ(drop->id, 12);
    EXPECT_EQ(drop->by, "anna");
    EXPECT_EQ(drop->reason, "Gebeld.\nNiet meer nodig.");
    EXPECT_TRUE(read_decision_body(R"({"by":"anna"})", Decide::resend, 12));
}

TEST(DecisionBody, every_problem_is_told_at_its_place) {
    EXPECT_THAT(places(read_decision_body("{}", Decide::set_aside, 1)),
                ElementsAre("/by", "/reason"));
    EXPECT_THAT(places(read_decision_body(R"({"by":7,"reason":" "})", Decide::drop, 1)),
                ElementsAre("/by", "/reason"));
    EXPECT_THAT(places(read_decision_body(R"({"by":"anna","reason":"x"})", Decide::resend, 1)),
                ElementsAre("/reason"));
    EXPECT_THAT(places(read_decision_body(R"({"by":"anna","reasn":"x"})", Decide::drop, 1)),
                ElementsAre("/reason", "/reasn"));
    const std::string too_long(decision_reason_max + 1, 'x');
    EXPECT_THAT(places(read_decision_body(R"({"by":"anna","reason":")" + too_long + "\"}",
                                          Decide::drop, 1)),
                ElementsAre("/reason"));
    EXPECT_FALSE(read_decision_body("[]", Decide::drop, 1));
    EXPECT_FALSE(read_decision_body("rubbish", Decide::drop, 1));
    EXPECT_FALSE(read_decision_body(R"({"by":"anna","by":"bram"})", Decide::resend, 1));
}

}  // namespace
}  // namespace werktdoord
