// What is recorded on a referral: contract section 5, referral.*.
#include <gtest/gtest.h>

#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::a_request;
using build::a_request_at;
using build::brabant;
using build::twente;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Tilburg and Hilvarenbeek: one referral, two WSPs; not yet forwarded.
void two_wsps(Story& story) {
    story.submit(a_request_at({{"5038 AB", ""}, {"5081 AA", ""}}));
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    story.at("2026-11-23 14:00").does("request.referred").by("anna");
    story.forget_lines();
}

void two_regions(Story& story) {
    story.submit(a_request_at({{"5038 AB", ""}, {"4811 AA", ""}}));
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    story.at("2026-11-23 14:00").does("request.referred").by("anna");
    story.forget_lines();
}

TEST(Forwarded, MeetsForwardAndStartsAClockPerWsp) {
    Story story;
    two_wsps(story);
    EXPECT_THAT(story.does("referral.forwarded").region(brabant).by("regional_contact"),
                ElementsAre("referral.forwarded midden-brabant wsp-hilvarenbeek wsp-tilburg",
                            "clock.met forward midden-brabant",
                            "clock.started wsp_response midden-brabant wsp-hilvarenbeek",
                            "clock.started wsp_response midden-brabant wsp-tilburg",
                            "mail.queued wsp_request midden-brabant wsp-hilvarenbeek to "
                            "wsp:wsp-hilvarenbeek",
                            "mail.queued wsp_request midden-brabant wsp-tilburg to "
                            "wsp:wsp-tilburg",
                            "mail.joined status to employer"));
}

TEST(Forwarded, AgainGoesToTheProposedOnesNotYetForwardedTo) {
    Story story;
    two_wsps(story);
    story.does("referral.forwarded").region(brabant).wsps({"wsp-tilburg"}).by("backup");
    EXPECT_THAT(only(story.does("referral.forwarded").region(brabant).by("backup"), "referral."),
                ElementsAre("referral.forwarded midden-brabant wsp-hilvarenbeek"));
    EXPECT_THAT(story.does("referral.forwarded").region(brabant).by("backup"),
                ElementsAre("400 /wsps: it was forwarded to all proposed WSPs: name another one"));
}

TEST(Forwarded, RefusesAWspThatIsAwaitedButNotOneThatAnswered) {
    Story story;
    story.forwarded();
    EXPECT_THAT(
        only(story.does("referral.forwarded").region(brabant).wsps({"wsp-tilburg"}).by("backup"),
             "409"),
        ElementsAre("409 /wsps/0: an answer of 'wsp-tilburg' is awaited already"));
    story.does("referral.wsp_responded").region(brabant).by("wsp");
    EXPECT_THAT(story.does("referral.forwarded").region(brabant).wsps({"wsp-tilburg"}).by("backup"),
                Contains("clock.started wsp_response midden-brabant wsp-tilburg"));
}

TEST(Forwarded, InformsWhomTheContactChoseWhereTheRegionHasThem) {
    Story story;
    story.referred();
    EXPECT_THAT(only(story.does("referral.forwarded")
                         .region(brabant)
                         .inform({Role::wsp_manager, Role::pow_director})
                         .by("regional_contact"),
                     "mail.queued for_information"),
                ElementsAre("mail.queued for_information midden-brabant to "
                            "wsp_manager:midden-brabant"));
}

TEST(WspResponded, MeetsTheClockOfThatWspAlone) {
    Story story;
    two_wsps(story);
    story.does("referral.forwarded").region(brabant).by("backup");
    EXPECT_THAT(story.does("referral.wsp_responded").region(brabant).by("wsp"),
                ElementsAre("400 /wsp: several answers are awaited: name the WSP"));
    EXPECT_THAT(story.does("referral.wsp_responded").region(brabant).wsp("wsp-tilburg").by("wsp"),
                ElementsAre("referral.wsp_responded midden-brabant wsp-tilburg",
                            "clock.met wsp_response midden-brabant wsp-tilburg",
                            "mail.joined status to employer"));
    EXPECT_THAT(story.does("referral.wsp_responded").region(brabant).by("wsp"),
                Contains("clock.met wsp_response midden-brabant wsp-hilvarenbeek"));
    EXPECT_THAT(only(story.does("referral.wsp_responded").region(brabant).by("wsp"), "409"),
                ElementsAre("409 /wsp: no answer is awaited"));
    EXPECT_THAT(
        only(story.does("referral.wsp_responded").region(brabant).wsp("wsp-tilburg").by("wsp"),
             "409"),
        ElementsAre("409 /wsp: 'wsp-tilburg' has answered already"));
}

TEST(WspResponded, NeedsAForwardingOfItsReferral) {
    Story story;
    two_regions(story);
    story.does("referral.forwarded").region("west-brabant").by("backup");
    EXPECT_THAT(only(story.does("referral.wsp_responded").region(brabant).by("wsp"), "409"),
                ElementsAre("409 /region: the referral was not forwarded yet"));
    EXPECT_THAT(
        story.does("referral.wsp_responded").region("west-brabant").wsp("wsp-tilburg").by("wsp"),
        ElementsAre("400 /wsp: the referral was not forwarded to 'wsp-tilburg'"));
}

TEST(WspWithdrawn, CancelsItsClockAndRestartsForwardWhenNoWspIsLeft) {
    Story story;
    two_wsps(story);
    story.does("referral.forwarded").region(brabant).by("backup");
    EXPECT_THAT(
        story.does("referral.wsp_withdrawn").region(brabant).wsp("wsp-tilburg").by("backup"),
        ElementsAre("referral.wsp_withdrawn midden-brabant wsp-tilburg",
                    "clock.cancelled wsp_response midden-brabant wsp-tilburg"));
    EXPECT_THAT(
        story.does("referral.wsp_withdrawn").region(brabant).wsp("wsp-hilvarenbeek").by("backup"),
        ElementsAre("referral.wsp_withdrawn midden-brabant wsp-hilvarenbeek",
                    "clock.cancelled wsp_response midden-brabant wsp-hilvarenbeek",
                    "clock.started forward midden-brabant", "mail.joined status to employer"));
    EXPECT_THAT(only(story.does("referral.wsp_responded").region(brabant).by("wsp"), "409").size(),
                1U);
    EXPECT_THAT(story.does("referral.forwarded").region(brabant).wsps({"wsp-tilburg"}).by("backup"),
                Contains("clock.met forward midden-brabant"));
}

TEST(WspWithdrawn, OfOneThatWasAskedTwiceIsSaidOnce) {
    Story story;
    story.forwarded();
    story.does("referral.wsp_responded").region(brabant).by("wsp");
    story.does("referral.forwarded").region(brabant).wsps({"wsp-tilburg"}).by("backup");
    EXPECT_THAT(
        story.does("referral.wsp_withdrawn").region(brabant).wsp("wsp-tilburg").by("backup"),
        Contains("clock.started forward midden-brabant"));
    EXPECT_THAT(
        story.does("referral.wsp_withdrawn").region(brabant).wsp("wsp-tilburg").by("backup"),
        Contains(HasSubstr("409")));
}

TEST(WspWithdrawn, OfOneThatNeverHadItIsInvalid) {
    Story story;
    story.forwarded();
    EXPECT_THAT(story.does("referral.wsp_withdrawn").region(brabant).wsp("wsp-x").by("backup"),
                ElementsAre("400 /wsp: the referral was not forwarded to 'wsp-x'"));
}

TEST(Declined, OfTheLastReferralLeadsToDeciding) {
    Story story;
    story.forwarded();
    EXPECT_THAT(
        story.does("referral.declined")
            .region(brabant)
            .reason("other_region")
            .suggests({"west-brabant"})
            .by("regional_contact"),
        ElementsAre("referral.declined midden-brabant", "clock.cancelled feedback midden-brabant",
                    "clock.cancelled report_back midden-brabant",
                    "clock.cancelled wsp_response midden-brabant wsp-tilburg",
                    "clock.started decide", "request.deciding",
                    "mail.queued update midden-brabant to owner:anna"));
    EXPECT_EQ(story.state(), "deciding");
    EXPECT_EQ(story.request().referrals.at(0).state, ReferralState::declined);
}

TEST(Declined, OfOneOfSeveralStartsDecideAndStaysReferred) {
    Story story;
    two_regions(story);
    EXPECT_THAT(
        story.does("referral.declined").region(brabant).reason("other").by("backup"),
        testing::AllOf(Contains("clock.started decide"), Not(Contains("request.deciding"))));
    EXPECT_EQ(story.state(), "referred");
    EXPECT_THAT(
        story.does("referral.declined").region("west-brabant").reason("other").by("backup"),
        testing::AllOf(Contains("request.deciding"), Not(Contains("clock.started decide"))));
    EXPECT_EQ(story.state(), "deciding");
}

TEST(Declined, SuggestsOnlyRegionsThatExist) {
    Story story;
    story.referred();
    EXPECT_THAT(story.does("referral.declined")
                    .region(brabant)
                    .suggests({"twente", "nowhere"})
                    .by("backup"),
                ElementsAre("400 /suggests/1: no region is named 'nowhere'"));
}

TEST(Feedback, GoesToTheEmployerAndTheOwner) {
    Story story;
    story.referred();
    story.at("2026-11-24 10:00");
    EXPECT_THAT(story.does("referral.feedback").region(brabant).filled(1).by("regional_contact"),
                ElementsAre("referral.feedback midden-brabant", "clock.met feedback midden-brabant",
                            "mail.queued status to employer",
                            "mail.queued update midden-brabant to owner:anna"));
    EXPECT_EQ(story.request().filled(), 1);
    EXPECT_EQ(story.state(), "referred");
    EXPECT_THAT(story.does("referral.feedback").region(brabant).filled(2).by("regional_contact"),
                Not(Contains("clock.met feedback midden-brabant")));
    EXPECT_EQ(story.request().filled(), 2);
}

TEST(ReportedBack, EndsTheReferralAndMeetsReportBack) {
    Story story;
    story.referred();
    story.at("2026-11-24 10:00");
    EXPECT_THAT(
        story.does("referral.reported_back")
            .region(brabant)
            .outcome("not_filled")
            .filled(0)
            .by("regional_contact"),
        ElementsAre("referral.reported_back midden-brabant", "clock.met report_back midden-brabant",
                    "clock.cancelled feedback midden-brabant",
                    "clock.cancelled forward midden-brabant", "clock.started decide",
                    "request.deciding", "mail.queued update midden-brabant to owner:anna"));
    EXPECT_EQ(story.request().referrals.at(0).state, ReferralState::reported_back);
    EXPECT_THAT(only(story.does("referral.feedback").region(brabant).by("backup"), "409").size(),
                1U);
}

TEST(ReportedBack, TellsTheOthersOnceWhenTheHeadcountIsReached) {
    Story story;
    two_regions(story);
    story.does("referral.forwarded").region("west-brabant").by("backup");
    story.does("referral.wsp_responded").region("west-brabant").by("wsp");
    story.does("request.referred").regions({"twente"}).by("anna");
    const auto reports = [&](const RegionKey& region, int filled) {
        return only(story.does("referral.reported_back")
                        .region(region)
                        .outcome("partly_filled")
                        .filled(filled)
                        .by("backup"),
                    "mail.queued update");
    };
    EXPECT_THAT(reports(brabant, 4),
                ElementsAre("mail.queued update midden-brabant to owner:anna",
                            "mail.queued update to owner:anna",
                            "mail.queued update west-brabant to regional_contact:west-brabant",
                            "mail.queued update west-brabant wsp-west-brabant to "
                            "wsp:wsp-west-brabant",
                            "mail.queued update twente to regional_contact:twente"));
    EXPECT_THAT(reports(twente, 0), ElementsAre("mail.queued update twente to owner:anna"));
}

TEST(ReportedBack, TellsTheOwnerWhatCameOfIt) {
    const auto told = [](const char* outcome, int filled) {
        Story story;
        two_regions(story);
        story.does("referral.reported_back")
            .region(brabant)
            .outcome(outcome)
            .filled(filled)
            .by("backup");
        const auto& events = story.events();
        const auto update = std::find_if(events.begin(), events.end(), [](const Event& event) {
            return event.mail_kind == MailKind::update;
        });
        return update->letter->facts.values.at("what_nl");
    };
    EXPECT_EQ(told("not_filled", 0), "Midden-Brabant meldt terug: niet ingevuld.");
    EXPECT_EQ(told("partly_filled", 2), "Midden-Brabant meldt terug: gedeeltelijk ingevuld (2).");
}

TEST(ReportedBack, CountsWhatFeedbackToldOfOtherReferrals) {
    Story story;
    two_regions(story);
    story.does("referral.feedback").region("west-brabant").filled(3).by("backup");
    EXPECT_THAT(story.does("referral.reported_back")
                    .region(brabant)
                    .outcome("partly_filled")
                    .filled(1)
                    .by("backup"),
                Contains("mail.queued update west-brabant to regional_contact:west-brabant"));
}

// ---- what every row of referral.* shares ----

TEST(Referral, EventsOfAnUnknownRegionAreInvalidOfOneWithoutOpenReferralAConflict) {
    Story story;
    story.referred();
    for (const char* event : {"referral.forwarded", "referral.declined", "referral.feedback",
                              "referral.reported_back"}) {
        EXPECT_THAT(story.does(event).region("nowhere").by("backup"),
                    ElementsAre("400 /region: no region is named 'nowhere'"))
            << event;
        EXPECT_THAT(only(story.does(event).region("twente").by("backup"), "409"),
                    ElementsAre("409 /region: there is no open referral to 'twente'"))
            << event;
    }
}

TEST(Referral, EventsDoNotFitWhileNoReferralIsOpen) {
    Story story;
    story.taken_up();
    for (const char* event :
         {"referral.forwarded", "referral.declined", "referral.wsp_withdrawn",
          "referral.wsp_responded", "referral.feedback", "referral.reported_back"}) {
        const Lines lines = story.does(event).region(brabant).wsp("wsp-tilburg").by("anna");
        EXPECT_THAT(only(lines, "409"), ElementsAre("409 /event: " + std::string(event) +
                                                    " does not fit a request that is taken_up"));
        EXPECT_EQ(lines.size(), 2U);
    }
}

}  // namespace
}  // namespace werktdoord
