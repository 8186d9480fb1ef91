// What came of an introduction (request.followed_up): contract section 5.
#include <gtest/gtest.h>

#include "core/introduced_pair.hpp"
#include "core/partners.hpp"

namespace werktdoord {
namespace {

using build::a_request;
using testing::ElementsAre;

TEST(FollowedUp, LeadsFromIntroducedToDeciding) {
    Story story;
    an_introduced_pair(story);
    EXPECT_THAT(story.does("request.followed_up").outcome("works").filled(2).by("anna"),
                ElementsAre("request.followed_up", "clock.met follow_up", "request.deciding",
                            "clock.started decide"));
    EXPECT_EQ(story.request(first).state, State::deciding);
    EXPECT_EQ(story.request(first).filled(), 2);
    EXPECT_EQ(story.request(first).introductions.at(0).outcome, "works");
    EXPECT_FALSE(story.request(first).introductions.at(0).open);
    EXPECT_EQ(story.request(second).state, State::introduced) << "its owner tells of it";
}

TEST(FollowedUp, CountsForTheOtherHalfOnce) {
    Story story;
    an_introduced_pair(story);
    story.does("request.followed_up").outcome("works").filled(2).by("anna");
    EXPECT_EQ(told_by_partners(story.request(second), {story.request(first)}), 2);
    EXPECT_EQ(told_by_partners(story.request(first), {story.request(second)}), 0);
    story.does("request.followed_up", second).outcome("works").filled(3).by("anna");
    EXPECT_EQ(told_by_partners(story.request(second), {story.request(first)}), 0);
    EXPECT_EQ(told_by_partners(story.request(first), {story.request(second)}), 1);
}

TEST(FollowedUp, OneOfSeveralIntroductionsCountsForThatOne) {
    Story story;
    an_introduced_pair(story);
    story.submit(an_offer("Andere"));
    story.does("request.taken_up", third).by("anna");
    story.does("request.introduced").with(third).by("anna");
    story.does("request.followed_up").with(second).outcome("works").filled(1).by("anna");
    EXPECT_EQ(story.request().introductions.at(0).filled, 1);
    EXPECT_TRUE(story.request().introductions.at(1).open);
    EXPECT_EQ(story.request(third).state, State::introduced);
    story.does("request.followed_up").with(third).outcome("works").filled(2).by("anna");
    EXPECT_EQ(story.request().filled(), 3);
    EXPECT_THAT(story.does("request.followed_up")
                    .with(RequestNumber("NLWD-2026-000008"))
                    .outcome("works")
                    .by("anna"),
                ElementsAre("400 /with: this request was not introduced to NLWD-2026-000008"));
}

TEST(FollowedUp, OfAllThatAreOpenCountsThePeopleOnce) {
    Story story;
    an_introduced_pair(story);
    story.submit(an_offer("Andere"));
    story.does("request.taken_up", third).by("anna");
    story.does("request.introduced").with(third).by("anna");
    story.does("request.followed_up").outcome("works").filled(2).by("anna");
    EXPECT_EQ(story.request().filled(), 2);
}

TEST(FollowedUp, KeepsTheFormOfTheIntroductionUntilItTellsAnother) {
    Story story;
    a_pair(story);
    story.does("request.introduced").with(second).form("collegiale-in-en-uitleen").by("anna");
    for (const RequestNumber& number : {first, second})
        EXPECT_EQ(story.request(number).introductions.at(0).form, "collegiale-in-en-uitleen");
    const Mail& letter = *story.events().back().letter;
    EXPECT_EQ(letter.facts.values.at("form_nl"),
              "collegiale in- en uitleen, u leent personeel van elkaar");
    EXPECT_EQ(letter.facts.values.at("owner_name"), "anna") << "who introduces";
    story.does("request.followed_up").outcome("works").form("werk-naar-werk").by("anna");
    EXPECT_EQ(story.request().introductions.at(0).form, "werk-naar-werk");
}

TEST(FollowedUp, TellsWhenAllPlacesAreFilledByIt) {
    Story story;
    a_pair(story);
    story.does("request.referred").by("anna");
    story.does("request.introduced").with(second).by("anna");
    const int all = story.request(first).data.headcount;
    EXPECT_THAT(
        only(story.does("request.followed_up").outcome("works").filled(all).by("anna"),
             "mail.queued update"),
        ElementsAre("mail.queued update to owner:anna",
                    "mail.queued update midden-brabant to regional_contact:midden-brabant"));
    EXPECT_THAT(
        only(story.does("referral.feedback").region("midden-brabant").filled(1).by("backup"),
             "mail.queued update"),
        ElementsAre("mail.queued update midden-brabant to owner:anna"))
        << "told once";
}

TEST(FollowedUp, LaterOrWhenClosedIsKeptAndChangesNoState) {
    Story story;
    an_introduced_pair(story);
    story.does("request.closed").outcome("filled").by("anna");
    EXPECT_THAT(story.does("request.followed_up").outcome("ended").filled(1).by("anna"),
                ElementsAre("request.followed_up"));
    EXPECT_EQ(story.state(), "closed");
    EXPECT_EQ(story.request().introductions.at(0).outcome, "ended");
}

TEST(FollowedUp, NeverBeforeTheIntroduction) {
    Story story;
    a_pair(story);
    story.at("2026-11-23 15:00").does("request.introduced").with(second).by("anna");
    EXPECT_THAT(story.at("2026-11-24 10:00")
                    .does("request.followed_up")
                    .outcome("works")
                    .happened("2026-11-23 14:59")
                    .by("anna"),
                ElementsAre("400 /happenedAt: lies before the introduction to NLWD-2026-000002"));
}

TEST(FollowedUp, NeverBeforeTheIntroductionThatItTellsOf) {
    Story story;
    a_pair(story);
    story.submit(an_offer("Andere"));
    story.does("request.taken_up", third).by("anna");
    story.at("2026-11-23 15:00").does("request.introduced").with(second).by("anna");
    story.does("request.followed_up").outcome("failed").by("anna");
    story.at("2026-11-25 15:00").does("request.introduced").with(third).by("anna");
    EXPECT_THAT(story.at("2026-11-26 10:00")
                    .does("request.followed_up")
                    .outcome("works")
                    .happened("2026-11-24 12:00")
                    .by("anna"),
                ElementsAre("400 /happenedAt: lies before the introduction to NLWD-2026-000003"));
}

}  // namespace
}  // namespace werktdoord
