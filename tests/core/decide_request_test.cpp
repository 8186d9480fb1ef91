// What a person records on the request itself: contract section 5, request.* but closing and
// introductions.
#include <gtest/gtest.h>

#include "core/introduced_pair.hpp"

namespace werktdoord {
namespace {

using build::a_request;
using build::a_request_at;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

RequestData two_sites() {
    return a_request_at({{"5038 AB", ""}, {"4811 AA", ""}});  // midden-brabant, west-brabant
}

// Two regions, both referred to on Monday 14:00.
void refer_both(Story& story) {
    story.submit(two_sites());
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    story.at("2026-11-23 14:00").does("request.referred").by("anna");
    story.forget_lines();
}

TEST(TakenUp, MeetsTakeUpAndStartsAssess) {
    Story story;
    story.submit();
    EXPECT_THAT(story.at("2026-11-23 11:00").does("request.taken_up").by("anna"),
                ElementsAre("request.taken_up", "clock.met take_up", "clock.started assess"));
    EXPECT_EQ(story.state(), "taken_up");
    EXPECT_EQ(story.request().taken_up_at, at("2026-11-23 11:00"));
}

TEST(TakenUp, MakesWhoDidItTheOwnerByRules) {
    Story story;
    story.submit();
    EXPECT_THAT(story.does("request.taken_up").by("chris"),
                ElementsAre("request.taken_up", "clock.met take_up", "clock.started assess",
                            "request.reassigned chris"));
    EXPECT_EQ(story.request().owner, MemberKey("chris"));
    EXPECT_EQ(story.events().back().by, "rules");
}

TEST(TakenUp, FitsOnce) {
    Story story;
    story.taken_up();
    const Lines lines = story.does("request.taken_up").by("anna");
    EXPECT_THAT(
        only(lines, "409"),
        ElementsAre("409 /event: request.taken_up does not fit a request that is taken_up"));
    EXPECT_THAT(lines, Contains("fits: request.amended request.referred request.introduced "
                                "request.reassigned request.note request.closed"));
}

TEST(TakenUp, AfterAReopeningKeepsTheStateDeciding) {
    Story story;
    story.submit();
    story.does("request.closed").outcome("withdrawn").by("employer");
    story.does("request.reopened").by("anna");
    EXPECT_THAT(story.does("request.taken_up").by("anna"), Contains("request.taken_up"));
    EXPECT_EQ(story.state(), "deciding");
}

TEST(Referred, SendsOneReferralPerRegionWithItsClocksAndTellsTheEmployer) {
    Story story;
    story.submit(two_sites());
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    EXPECT_THAT(
        story.at("2026-11-23 14:00").does("request.referred").by("anna"),
        ElementsAre(
            "request.referred midden-brabant west-brabant", "clock.met assess",
            "referral.sent midden-brabant wsp-tilburg", "clock.started feedback midden-brabant",
            "clock.started forward midden-brabant", "clock.started report_back midden-brabant",
            "referral.sent west-brabant wsp-west-brabant", "clock.started feedback west-brabant",
            "clock.started forward west-brabant", "clock.started report_back west-brabant",
            "mail.queued referral midden-brabant to regional_contact:midden-brabant",
            "mail.queued referral west-brabant to regional_contact:west-brabant",
            "mail.queued status to employer"));
    EXPECT_EQ(story.state(), "referred");
    EXPECT_THAT(story.request().referrals.at(0).sites, ElementsAre(0U));
    EXPECT_THAT(story.request().referrals.at(1).sites, ElementsAre(1U));
}

TEST(Referred, WithoutRegionsTakesTheProposalLessThoseWithAReferral) {
    Story story;
    story.submit(two_sites());
    story.does("request.taken_up").by("anna");
    story.does("request.referred").regions({"west-brabant"}).by("anna");
    EXPECT_THAT(only(story.does("request.referred").by("anna"), "referral.sent"),
                ElementsAre("referral.sent midden-brabant wsp-tilburg"));
    EXPECT_THAT(story.does("request.referred").by("anna"),
                ElementsAre("400 /regions: the proposal has no region left; name the regions"));
}

TEST(Referred, ByTheLinkOfAMailOnlyToRegionsOfTheProposal) {
    Story story;
    story.submit();
    story.does("request.taken_up").by("anna");
    const auto referred = [&](const char* region) {
        return story.does("request.referred").regions({region}).link("ab12").by("anna");
    };
    EXPECT_THAT(referred("twente"), ElementsAre("400 /regions/0: 'twente' is not in the proposal"));
    EXPECT_THAT(referred("midden-brabant"), Contains("referral.sent midden-brabant wsp-tilburg"));
}

TEST(Referred, LeavesOutRegionsWhoseReferralEndedUnlessTheyAreNamed) {
    Story story;
    story.referred();
    story.does("referral.declined").region("midden-brabant").reason("other").by("backup");
    EXPECT_THAT(story.does("request.referred").by("anna"),
                ElementsAre("400 /regions: the proposal has no region left; name the regions"));
    EXPECT_THAT(story.does("request.referred").regions({"midden-brabant"}).by("anna"),
                Contains("referral.sent midden-brabant wsp-tilburg"));
    EXPECT_EQ(story.request().referrals.size(), 2U);
    EXPECT_EQ(story.state(), "referred");
}

TEST(Referred, RefusesARegionWithAnOpenReferral) {
    Story story;
    story.referred();
    const Lines lines =
        story.does("request.referred").regions({"twente", "midden-brabant"}).by("anna");
    EXPECT_THAT(only(lines, "409"),
                ElementsAre("409 /regions/1: there is an open referral to 'midden-brabant'"));
    EXPECT_EQ(story.request().referrals.size(), 1U);
}

TEST(Referred, ToARegionTheRulesDidNotProposeCarriesAllSitesAndItsWsps) {
    Story story;
    story.taken_up();
    EXPECT_THAT(story.does("request.referred").regions({"twente"}).by("anna"),
                Contains("referral.sent twente wsp-twente"));
    EXPECT_THAT(story.request().referrals.at(0).sites, ElementsAre(0U));
}

TEST(Referred, DoesNotFitBeforeItIsTakenUp) {
    Story story;
    story.submit();
    EXPECT_THAT(
        story.does("request.referred").by("anna"),
        ElementsAre("409 /event: request.referred does not fit a request that is registered",
                    "fits: request.taken_up request.amended request.reassigned "
                    "request.note request.closed"));
}

TEST(Referred, FromDecidingMeetsDecide) {
    Story story;
    story.referred();
    story.does("referral.declined").region("midden-brabant").reason("other").by("backup");
    EXPECT_THAT(story.does("request.referred").regions({"twente"}).by("anna"),
                Contains("clock.met decide"));
}

TEST(Continued, MeetsDecideAndTheOthersGoOn) {
    Story story;
    refer_both(story);
    story.does("referral.declined").region("west-brabant").reason("other_region").by("backup");
    EXPECT_EQ(story.state(), "referred");
    EXPECT_THAT(story.does("request.continued").by("anna"),
                ElementsAre("request.continued", "clock.met decide"));
    EXPECT_EQ(story.state(), "referred");
    EXPECT_THAT(
        only(story.does("request.continued").by("anna"), "409"),
        ElementsAre("409 /event: request.continued does not fit a request that is referred"));
}

// ---- request.amended ----

const std::map<std::string, std::string>& last_update(const Story& story) {
    const auto& events = story.events();
    for (auto one = events.rbegin(); one != events.rend(); ++one)
        if (one->mail_kind == MailKind::update) return one->letter->facts.values;
    throw std::logic_error("no update");
}

RequestData amended(int headcount) {
    RequestData data = a_request();
    data.headcount = headcount;
    return data;
}

TEST(Amended, RoutesAnewAndKeepsTheState) {
    Story story;
    story.taken_up();
    EXPECT_THAT(story.does("request.amended").data(two_sites()).by("anna"),
                ElementsAre("request.amended", "request.routed midden-brabant west-brabant"));
    EXPECT_EQ(story.state(), "taken_up");
    EXPECT_EQ(story.request().data, two_sites());
}

TEST(Amended, CanMakeARequestUnroutableAndRoutableAgain) {
    Story story;
    story.submit();
    EXPECT_THAT(story.does("request.amended").data(a_request_at({{"9999 ZZ", ""}})).by("anna"),
                ElementsAre("request.amended", "request.unroutable"));
    EXPECT_TRUE(story.request().route.regions.empty());
    EXPECT_THAT(story.does("request.amended").data(a_request()).by("anna"),
                ElementsAre("request.amended", "request.routed midden-brabant"));
}

TEST(Amended, TellsThoseAtWorkOnOpenReferralsAlsoAWspThatAnswered) {
    Story story;
    story.forwarded();
    story.does("referral.wsp_responded").region("midden-brabant").by("wsp");
    EXPECT_THAT(story.does("request.amended").data(amended(6)).by("anna"),
                ElementsAre("request.amended", "request.routed midden-brabant",
                            "mail.queued update midden-brabant to regional_contact:midden-brabant",
                            "mail.queued update midden-brabant wsp-tilburg to wsp:wsp-tilburg"));
}

TEST(Amended, StartsDecideWhenTheRegionsNowDifferFromTheReferrals) {
    Story more;
    more.referred();
    EXPECT_THAT(more.does("request.amended").data(two_sites()).by("anna"),
                Contains("clock.started decide"));
    EXPECT_EQ(more.state(), "referred");

    Story other;
    other.referred();
    EXPECT_THAT(other.does("request.amended").data(a_request_at({{"4811 AA", ""}})).by("anna"),
                Contains("clock.started decide"));

    Story same;
    same.referred();
    EXPECT_THAT(same.does("request.amended").data(amended(6)).by("anna"),
                Not(Contains("clock.started decide")));
}

TEST(Amended, IsDecidedByReferringFurtherOrGoingOn) {
    Story further;
    further.referred();
    further.does("request.amended").data(two_sites()).by("anna");
    EXPECT_THAT(further.does("request.referred").by("anna"),
                testing::IsSupersetOf({"request.referred west-brabant", "clock.met decide"}));

    Story on;
    on.referred();
    on.does("request.amended").data(two_sites()).by("anna");
    EXPECT_THAT(on.does("request.continued").by("anna"),
                ElementsAre("request.continued", "clock.met decide"));
}

TEST(Amended, AReferralThatEndedDiffersFromNothing) {
    Story story;
    refer_both(story);
    story.does("referral.declined").region("west-brabant").reason("other_region").by("backup");
    story.does("request.continued").by("anna");
    EXPECT_THAT(story.does("request.amended").data(amended(6)).by("anna"),
                Not(Contains("clock.started decide")));
}

TEST(Amended, GivesAnOpenReferralTheSitesAndWspsOfTheNewRoute) {
    Story story;
    story.referred();
    story.does("request.amended").data(a_request_at({{"5038 AB", ""}, {"5081 AA", ""}})).by("anna");
    const Referral& referral = story.request().referrals.at(0);
    EXPECT_THAT(referral.sites, ElementsAre(0U, 1U));
    EXPECT_THAT(build::texts_of(referral.proposed), ElementsAre("wsp-tilburg", "wsp-hilvarenbeek"));
}

TEST(Amended, LeavesNoSiteToARegionThatHasNoneOfThem) {
    Story story;
    story.referred();
    story.does("request.amended").data(a_request_at({{"4811 AA", ""}})).by("anna");
    EXPECT_THAT(story.request().referrals.at(0).sites, testing::IsEmpty());
}

TEST(Amended, StartsDecideAlsoAfterAnIntroduction) {
    Story story;
    a_pair(story);
    story.does("request.referred").by("anna");
    story.does("referral.declined").region("midden-brabant").reason("no_capacity").by("backup");
    story.does("request.introduced").with(second).by("anna");
    EXPECT_EQ(story.state(), "introduced");
    EXPECT_THAT(story.does("request.amended").data(a_request_at({{"4811 AA", ""}})).by("anna"),
                Contains("clock.started decide"));
}

TEST(Amended, ToFewerPeopleThanWereFoundTellsThatAllPlacesAreFilled) {
    Story story;
    story.forwarded();
    story.does("referral.feedback").region("midden-brabant").filled(2).by("regional_contact");
    EXPECT_THAT(
        only(story.does("request.amended").data(amended(2)).by("bram"), "mail.queued update"),
        ElementsAre("mail.queued update to owner:anna",
                    "mail.queued update midden-brabant to regional_contact:midden-brabant",
                    "mail.queued update midden-brabant wsp-tilburg to wsp:wsp-tilburg"));
    EXPECT_THAT(last_update(story).at("what_nl"),
                testing::HasSubstr("Alle plaatsen zijn nu ingevuld."));
}

TEST(Amended, TellsThoseAtWorkWhatTheMemberWroteWithIt) {
    Story story;
    story.referred();
    story.does("request.amended").data(amended(6)).note("Ook in het weekend.").by("anna");
    EXPECT_EQ(last_update(story).at("note"), "Ook in het weekend.");
}

// ---- request.reassigned, request.note ----

TEST(Reassigned, GivesAnotherOwnerAndTellsThem) {
    Story story;
    story.taken_up();
    EXPECT_THAT(story.does("request.reassigned").to("bram").by("anna"),
                ElementsAre("request.reassigned bram", "mail.queued new_request to owner:bram"));
    EXPECT_EQ(story.request().owner, MemberKey("bram"));
    EXPECT_THAT(story.does("request.reassigned").to("bram").by("anna"),
                ElementsAre("400 /to: 'bram' owns the request already"));
    EXPECT_THAT(story.does("request.reassigned").to("nobody").by("anna"),
                ElementsAre("400 /to: no team member is named 'nobody'"));
}

TEST(Note, FitsEverywhereAndStartsNothing) {
    Story story;
    story.submit();
    EXPECT_THAT(story.does("request.note").by("employer"), ElementsAre("request.note"));
    story.does("request.closed").outcome("withdrawn").by("employer");
    EXPECT_THAT(story.does("request.note").by("regional_contact"), ElementsAre("request.note"));
    EXPECT_EQ(story.state(), "closed");
}

}  // namespace
}  // namespace werktdoord
