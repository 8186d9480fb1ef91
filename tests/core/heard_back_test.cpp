// The employer says whether the WSP spoke to them (referral.heard_back).
#include <gtest/gtest.h>

#include "core/answer.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

void answered(Story& story) {
    story.forwarded();
    story.does("referral.wsp_responded").region(brabant).by("wsp");
    story.forget_lines();
}

TEST(HeardBack, YesIsRecordedAndNothingFollows) {
    Story story;
    answered(story);
    EXPECT_THAT(only(story.does("referral.heard_back").region(brabant).heard(true).by("employer"),
                     "referral.heard_back"),
                ElementsAre("referral.heard_back midden-brabant wsp-tilburg"));
    EXPECT_THAT(story.all("alert.raised"), IsEmpty());
    EXPECT_EQ(story.request().referrals.front().asks.front().heard, true);
}

TEST(HeardBack, NoAlertsTheContactAndTheTeam) {
    Story story;
    answered(story);
    const Lines lines =
        story.does("referral.heard_back").region(brabant).heard(false).by("employer");
    EXPECT_THAT(lines, Contains(AllOf(StartsWith("alert.raised"), HasSubstr("not_heard"),
                                      HasSubstr("regional_contact:midden-brabant"),
                                      HasSubstr("team:anna"))));
    EXPECT_THAT(only(lines, "mail.queued update midden-brabant"),
                Contains(HasSubstr("regional_contact:midden-brabant")));
    EXPECT_THAT(only(lines, "mail.queued update"), Contains(HasSubstr("team:anna")));
    EXPECT_THAT(lines, Not(Contains(HasSubstr("clock."))));
}

TEST(HeardBack, FitsOnceAWspAnsweredAlsoWhenItIsClosed) {
    Story story;
    story.forwarded();
    EXPECT_THAT(
        only(story.does("referral.heard_back").region(brabant).heard(true).by("employer"), "409"),
        Not(IsEmpty()));
    story.does("referral.wsp_responded").region(brabant).by("wsp");
    story.does("request.closed").outcome("filled").by("anna");
    EXPECT_THAT(story.does("referral.heard_back").region(brabant).heard(false).by("employer"),
                Contains(StartsWith("alert.raised")));
    EXPECT_EQ(story.state(), "closed");
}

TEST(HeardBack, TheLastAnswerCountsAndTheSameOneTwiceIsRefused) {
    Story story;
    answered(story);
    story.does("referral.heard_back").region(brabant).heard(false).by("employer");
    EXPECT_THAT(
        only(story.does("referral.heard_back").region(brabant).heard(false).by("employer"), "409"),
        ElementsAre("409 /heard: the employer said so already"));
    story.does("referral.heard_back").region(brabant).heard(true).by("anna");
    EXPECT_EQ(story.request().referrals.front().asks.front().heard, true);
}

// Referred again, the region has another referral, which nobody answered yet.
void referred_again(Story& story) {
    answered(story);
    story.does("referral.feedback").region(brabant).filled(0).by("regional_contact");
    story.does("referral.reported_back")
        .region(brabant)
        .outcome("not_filled")
        .filled(0)
        .by("regional_contact");
    story.at("2026-11-25 10:00").does("request.referred").regions({"midden-brabant"}).by("anna");
    story.forget_lines();
}

TEST(HeardBack, IsOfTheLastReferralThatHasAnAnswer) {
    for (const bool closed : {false, true}) {
        Story story;
        referred_again(story);
        if (closed) story.does("request.closed").outcome("not_filled").by("anna");
        const Asker asker{Role::employer, "wsp-tilburg", brabant};
        EXPECT_THAT(answer_offers(story.request(), story.rules(), asker).events,
                    ElementsAre(EventName::referral_heard_back));
        EXPECT_THAT(story.does("referral.heard_back")
                        .region(brabant)
                        .heard(false)
                        .happened("2026-11-25 09:00")
                        .by("employer"),
                    Contains(AllOf(StartsWith("alert.raised"), HasSubstr("not_heard"))));
        EXPECT_EQ(story.request().referrals.front().asks.front().heard, false);
        EXPECT_THAT(story.request().referrals.back().asks, IsEmpty());
    }
}

TEST(HeardBack, IsOfTheNewReferralOnceThatIsAnsweredToo) {
    Story story;
    referred_again(story);
    story.does("referral.forwarded").region(brabant).by("regional_contact");
    story.does("referral.wsp_responded").region(brabant).by("wsp");
    story.does("referral.heard_back").region(brabant).heard(true).by("employer");
    EXPECT_EQ(story.request().referrals.front().asks.front().heard, std::nullopt);
    EXPECT_EQ(story.request().referrals.back().asks.front().heard, true);
}

TEST(HeardBack, IsNotForTheContactOrTheWspToSay) {
    Story story;
    answered(story);
    for (const char* who : {"regional_contact", "backup", "wsp"})
        EXPECT_THAT(story.does("referral.heard_back").region(brabant).heard(true).by(who),
                    ElementsAre(StartsWith("400 /by")))
            << who;
}

TEST(HeardBack, IsAskedInTheMailsToTheEmployerUntilItIsAnswered) {
    Story story;
    answered(story);
    const auto asked = [&] {
        const Facts* facts = nullptr;
        for (const Event& event : story.events())
            if (event.mail_kind == MailKind::status && event.letter) facts = &event.letter->facts;
        return facts == nullptr ? 0U : facts->lists.count("asked");
    };
    story.does("referral.feedback").region(brabant).filled(1).by("regional_contact");
    EXPECT_EQ(asked(), 1U);
    story.does("referral.heard_back").region(brabant).heard(true).by("employer");
    story.does("referral.feedback").region(brabant).filled(2).by("regional_contact");
    EXPECT_EQ(asked(), 0U);
}

TEST(HeardBack, TheEmployersLinkIsGoodForThisAnswerOnly) {
    Story story;
    const Asker asker{Role::employer, "wsp-tilburg", brabant};
    EXPECT_EQ(by_of(asker), "employer");
    EXPECT_THAT(answers_of(asker), ElementsAre(EventName::referral_heard_back));
    story.forwarded();
    EXPECT_THAT(answer_offers(story.request(), story.rules(), asker).events, IsEmpty());
    story.does("referral.wsp_responded").region(brabant).by("wsp");
    EXPECT_THAT(answer_offers(story.request(), story.rules(), asker).events,
                ElementsAre(EventName::referral_heard_back));
}

}  // namespace
}  // namespace werktdoord
