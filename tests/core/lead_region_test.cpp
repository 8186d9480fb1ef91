// Which region the mails about a request with several name as leading (L3).
#include "core/lead_region.hpp"

#include "core/digest_facts.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using namespace build;

// Two sites in midden-brabant, one in twente and one in drenthe.
RequestData over_three_regions() {
    return a_request_at({{"7551 AA", "", {}},
                         {"5038 AB", "", {}},
                         {"5081 AA", "", {}},
                         {"7933 AA", "Hoogeveen", {}}});
}

std::string lead(const Story& story) {
    return lead_region(story.request()).text();
}

TEST(LeadRegion, the_lead_region_stands_behind_the_place_of_a_request_in_several) {
    const RuleSet rules = build::a_ruleset();
    EXPECT_EQ(where_of("5038 AB Tilburg", {}, twente, rules), "5038 AB Tilburg, hoofdregio Twente");
    EXPECT_EQ(where_of("", {RegionKey("drenthe"), twente}, twente, rules),
              "Drenthe en Twente, hoofdregio Twente");
    const RegionKey zwolle("regio-zwolle");
    EXPECT_EQ(where_of("8011 AA Zwolle", {}, zwolle, rules), "8011 AA Zwolle, hoofdregio Zwolle");
    EXPECT_EQ(where_of("5038 AB Tilburg", {}, RegionKey(), rules), "5038 AB Tilburg");
}

TEST(LeadRegion, IsNotNamedWhileOneRegionHasItAll) {
    Story story;
    story.referred();
    EXPECT_EQ(lead(story), "");
}

TEST(LeadRegion, IsThatOfTheRulesFromTheRegistrationOn) {
    Story story;
    story.submit(over_three_regions());
    EXPECT_EQ(lead(story), "midden-brabant");
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    EXPECT_EQ(lead(story), "midden-brabant");
}

TEST(LeadRegion, ThatGaveTheRequestBackIsFollowedByTheNext) {
    Story story;
    story.submit(over_three_regions());
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    story.does("referral.declined").region("midden-brabant").reason("no_capacity").by("anna");
    EXPECT_EQ(lead(story), "twente") << "one site each: the first";
    story.does("referral.declined").region("twente").reason("no_capacity").by("anna");
    EXPECT_EQ(lead(story), "") << "one is left";
    story.does("referral.declined").region("drenthe").reason("no_capacity").by("anna");
    EXPECT_EQ(lead(story), "midden-brabant") << "nobody is left: as the rules said";
}

TEST(LeadRegion, StaysWhenTheOthersHaveReportedBack) {
    Story story;
    story.submit(over_three_regions());
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    for (const char* region : {"midden-brabant", "twente"})
        story.does("referral.reported_back").region(region).outcome("not_filled").by("anna");
    EXPECT_EQ(lead(story), "midden-brabant");
    story.does("request.closed").outcome("not_filled").by("anna");
    EXPECT_EQ(lead(story), "midden-brabant");
}

TEST(LeadRegion, IsAmongThoseThatTheTeamChose) {
    Story story;
    story.submit(over_three_regions());
    story.does("request.taken_up").by("anna");
    story.does("request.referred").regions({"drenthe", "twente"}).by("anna");
    EXPECT_EQ(lead(story), "twente");
}

TEST(LeadRegion, ProposedBesideAReferralOfTheRulesTakesPart) {
    Story story(
        a_ruleset({a_rule("now", everything(), to_regions({"twente"}, Mode::immediately), true),
                   a_rule("default", everything(), to_region_of_site())}));
    story.submit();
    EXPECT_EQ(story.request().referrals.size(), 1U);
    EXPECT_EQ(lead(story), "midden-brabant") << "the site lies there";
}

TEST(LeadRegion, TakesOverOnlyTheSitesThatNoOtherRegionServes) {
    Story story;
    story.submit(over_three_regions());
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    story.does("referral.declined").region("twente").reason("no_capacity").by("anna");
    story.does("request.referred").regions({"haaglanden", "noord-limburg"}).by("anna");
    ASSERT_EQ(story.request().referrals.size(), 5U);
    for (const std::size_t taken_over : {3U, 4U})
        EXPECT_EQ(story.request().referrals.at(taken_over).sites, std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace werktdoord
