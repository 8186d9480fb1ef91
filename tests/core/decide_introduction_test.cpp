// Introductions, closing and reopening: contract section 5.
#include <gtest/gtest.h>

#include "core/introduced_pair.hpp"

namespace werktdoord {
namespace {

using build::a_request;
using build::a_request_at;
using build::brabant;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

TEST(Introduced, IsJournalledOnBothAndEachEmployerGetsTheOthersContact) {
    Story story;
    a_pair(story);
    EXPECT_THAT(story.does("request.introduced").with(second).by("anna"),
                ElementsAre("request.introduced", "clock.met assess", "clock.started follow_up",
                            "request.introduced", "clock.met assess", "clock.started follow_up",
                            "mail.queued introduction to employer",
                            "mail.queued introduction to employer"));
    EXPECT_EQ(story.state(), "introduced");
    EXPECT_EQ(story.request(second).state, State::introduced);
    EXPECT_EQ(story.request(second).introductions.at(0).with, first);
    const auto& events = story.events();
    const Mail& to_first = *events[events.size() - 2].letter;
    EXPECT_EQ(to_first.to.key, first.text());
    EXPECT_EQ(to_first.facts.values.at("employer_name"), "Horeca De Vijver");
    EXPECT_EQ(to_first.facts.values.at("contact_email"), "Hor@vijver.example");
    const Mail& to_second = *events.back().letter;
    EXPECT_EQ(to_second.to.key, second.text());
    EXPECT_EQ(to_second.facts.values.at("contact_email"), "werk@delinde.example");
}

TEST(Introduced, TellsTheOwnerOfTheOtherRequest) {
    Story story;
    a_pair(story);
    story.does("request.reassigned", second).to("bram").by("bram");
    EXPECT_THAT(story.does("request.introduced").with(second).by("anna"),
                Contains("mail.queued update to owner:bram"));
}

TEST(Introduced, WhileAReferralIsOpenStaysReferredAndMeetsDecide) {
    Story story;
    a_pair(story);
    story.does("request.referred").regions({brabant.text(), "twente"}).by("anna");
    story.does("referral.declined").region(brabant).reason("other").by("backup");
    EXPECT_THAT(story.does("request.introduced").with(second).by("anna"),
                IsSupersetOf({"clock.met decide", "clock.started follow_up"}));
    EXPECT_EQ(story.state(), "referred");
    EXPECT_EQ(story.request(second).state, State::introduced);
}

TEST(Introduced, NamesWhoseConsentLacks) {
    Story story;
    RequestData one = a_request();
    one.consent_to_introduce = false;
    RequestData other = an_offer();
    other.consent_to_introduce.reset();
    story.submit(one);
    story.submit(other);
    for (const RequestNumber& number : {first, second})
        story.does("request.taken_up", number).by("anna");
    EXPECT_THAT(story.does("request.introduced").with(second).by("anna"),
                ElementsAre("400 /with: the employer of NLWD-2026-000001 has not agreed to be "
                            "introduced (consentToIntroduce)",
                            "400 /with: the employer of NLWD-2026-000002 has not agreed to be "
                            "introduced (consentToIntroduce)"));
}

TEST(Introduced, NotToItsOwnEmployerByKvkNumberOrEmail) {
    RequestData by_kvk = an_offer();
    by_kvk.employer.kvk_number = a_request().employer.kvk_number;
    RequestData by_email = an_offer();
    by_email.employer.contact.email = "Werk@DeLinde.example";
    for (const RequestData& offer : {by_kvk, by_email}) {
        Story story;
        story.submit();
        story.submit(offer);
        for (const RequestNumber& number : {first, second})
            story.does("request.taken_up", number).by("anna");
        EXPECT_THAT(only(story.does("request.introduced").with(second).by("anna"), "409"),
                    ElementsAre("409 /with: both requests are of one employer"));
    }
}

TEST(Introduced, NeedsARequestOfTheOtherKindThatTheEventFitsToo) {
    Story story;
    a_pair(story);
    RequestData demand = a_request();
    demand.employer = an_offer("Bouw Anders").employer;
    story.submit(demand);
    story.submit(an_offer("Nog Niet"));
    const RequestNumber fourth("NLWD-2026-000004");
    EXPECT_THAT(story.does("request.introduced").with(third).by("anna"),
                ElementsAre("400 /with: a demand is introduced to an offer, and an offer to a "
                            "demand"));
    EXPECT_THAT(only(story.does("request.introduced").with(fourth).by("anna"), "409"),
                ElementsAre("409 /with: request.introduced does not fit NLWD-2026-000004 "
                            "(registered)"));
    EXPECT_THAT(story.does("request.introduced").with(RequestNumber("NLWD-2026-000009")).by("anna"),
                ElementsAre("400 /with: there is no request with this number"));
}

TEST(Introduced, NeverBeforeTheOtherWasRegistered) {
    Story story;
    story.submit();
    story.does("request.taken_up").by("anna");
    story.at("2026-11-23 12:00").submit(an_offer());
    story.does("request.taken_up", second).by("anna");
    EXPECT_THAT(story.at("2026-11-23 13:00")
                    .does("request.introduced")
                    .with(second)
                    .happened("2026-11-23 11:00")
                    .by("anna"),
                ElementsAre("400 /happenedAt: lies before the registration of NLWD-2026-000002"));
}

TEST(Introduced, AgainMeetsFollowUpAndStartsItAnew) {
    Story story;
    an_introduced_pair(story);
    story.submit(an_offer("Andere"));
    story.does("request.taken_up", third).by("anna");
    EXPECT_THAT(story.does("request.introduced").with(third).by("anna"),
                IsSupersetOf({"clock.met follow_up", "clock.started follow_up"}));
}

// ---- request.closed, request.reopened ----

TEST(Closed, EndsReferralsAndClocksAndTellsEveryone) {
    Story story;
    story.forwarded();
    EXPECT_THAT(story.does("request.closed").outcome("filled").by("anna"),
                ElementsAre("request.closed", "clock.cancelled feedback midden-brabant",
                            "clock.cancelled report_back midden-brabant",
                            "clock.cancelled wsp_response midden-brabant wsp-tilburg",
                            "mail.queued closing to employer",
                            "mail.queued closing_partner midden-brabant to "
                            "regional_contact:midden-brabant",
                            "mail.queued closing_partner midden-brabant wsp-tilburg to "
                            "wsp:wsp-tilburg"));
    EXPECT_EQ(story.state(), "closed");
    EXPECT_EQ(story.request().referrals.at(0).state, ReferralState::closed);
}

TEST(Closed, MeetsTheClocksThatWaitForAnEndAndCancelsTheRest) {
    Story story;
    story.submit();
    EXPECT_THAT(only(story.does("request.closed").outcome("discontinued").by("anna"), "clock."),
                ElementsAre("clock.cancelled take_up"));
    Story assessed;
    assessed.taken_up();
    EXPECT_THAT(only(assessed.does("request.closed").outcome("discontinued").by("anna"), "clock."),
                ElementsAre("clock.met assess"));
}

TEST(Closed, TellsHowManyPeopleWerePlaced) {
    struct Told {
        const char* outcome;
        std::optional<int> filled;
        int placed;
    };
    for (const Told& told :
         {Told{"filled", {}, 4}, Told{"filled", 3, 3}, Told{"partly_filled", 2, 2},
          Told{"not_filled", {}, 0}, Told{"discontinued", {}, 0}, Told{"withdrawn", 1, 1}}) {
        Story story;
        story.taken_up();
        auto act = story.does("request.closed").outcome(told.outcome);
        if (told.filled) act.filled(*told.filled);
        act.by("anna");
        EXPECT_EQ(story.request().placed, told.placed) << told.outcome;
        story.does("request.reopened").reason("Toch niet.").by("anna");
        EXPECT_EQ(story.request().placed, std::nullopt);
    }
}

TEST(Closed, ThePeoplePlacedGoWithTheOutcome) {
    Story story;
    story.taken_up();
    EXPECT_THAT(story.does("request.closed").outcome("partly_filled").filled(0).by("anna"),
                ElementsAre("400 /filled: nobody was placed, so the outcome is not "
                            "'partly_filled'"));
    EXPECT_THAT(story.does("request.closed").outcome("not_filled").filled(1).by("anna"),
                ElementsAre("400 /filled: people were placed, so the outcome is not "
                            "'not_filled'"));
}

TEST(Closed, TheOwnerHearsOfItWhenAnotherDidIt) {
    Story story;
    story.taken_up();
    EXPECT_THAT(story.does("request.closed").outcome("withdrawn").by("employer"),
                Contains("mail.queued update to owner:anna"));
}

TEST(Closed, TheOwnerHearsWhy) {
    Story story;
    story.taken_up();
    story.does("request.closed").outcome("withdrawn").reason("Zelf gelukt.").by("employer");
    EXPECT_EQ(story.events().back().letter->facts.values.at("note"), "Zelf gelukt.");
}

TEST(Closed, ByTheEmployerOnlyAsWithdrawn) {
    Story story;
    story.taken_up();
    EXPECT_THAT(story.does("request.closed").outcome("filled").by("employer"),
                ElementsAre("400 /outcome: an employer can close a request only as 'withdrawn'"));
}

TEST(Closed, AsDuplicateNamesAnotherRequestThatExists) {
    Story story;
    story.submit();
    story.submit();
    EXPECT_THAT(story.does("request.closed", second).outcome("duplicate").of(third).by("anna"),
                ElementsAre("400 /of: there is no other request with this number"));
    EXPECT_THAT(story.does("request.closed", second).outcome("duplicate").of(second).by("anna"),
                ElementsAre("400 /of: there is no other request with this number"));
    story.does("request.closed", second).outcome("duplicate").of(first).by("anna");
    EXPECT_EQ(story.request(second).duplicate_of, first);
}

TEST(Closed, LeadsTheOtherHalfOfAnIntroductionToDecidingAndTellsItsOwner) {
    Story story;
    an_introduced_pair(story);
    EXPECT_THAT(story.does("request.closed").outcome("filled").by("anna"),
                ElementsAre("request.closed", "clock.met follow_up",
                            "mail.queued closing to employer", "request.deciding",
                            "clock.started decide", "mail.queued update to owner:anna"));
    EXPECT_EQ(story.request(second).state, State::deciding);
}

TEST(Closed, StartsDecideOfTheOtherHalfWhenItHappened) {
    struct Row {
        const char* closed;
        const char* due;
    };
    for (const Row& row : {Row{"2026-11-24 09:00", "11-26 09:00 clock.missed decide"},
                           Row{"2026-11-23 09:30", "11-25 12:00 clock.missed decide"}}) {
        Story story;
        a_pair(story);
        story.at("2026-11-23 12:00").does("request.introduced").with(second).by("anna");
        story.at("2026-11-24 15:00")
            .does("request.closed", second)
            .outcome("withdrawn")
            .happened(row.closed)
            .by("anna");
        story.forget_lines();
        story.at("2026-11-27 12:00");
        EXPECT_THAT(story.dated("clock.missed decide"), ElementsAre(row.due));
    }
}

TEST(Closed, DoesSoToTheOtherHalfAlsoWhenItsOwnSideWasFollowedUp) {
    Story story;
    an_introduced_pair(story);
    story.does("request.followed_up").outcome("works").filled(4).by("anna");
    EXPECT_THAT(story.does("request.closed").outcome("filled").by("anna"),
                Contains("request.deciding"));
    EXPECT_EQ(story.request(second).state, State::deciding);
}

TEST(Closed, LeavesTheOtherHalfIntroducedWhileItHasAnotherOpenPartner) {
    Story story;
    an_introduced_pair(story);
    RequestData demand = a_request();
    demand.employer = an_offer("Bouw Anders").employer;
    story.submit(demand);
    story.does("request.taken_up", third).by("anna");
    story.does("request.introduced", third).with(second).by("anna");
    EXPECT_THAT(story.does("request.closed").outcome("filled").by("anna"),
                testing::AllOf(Contains("mail.queued update to owner:anna"),
                               Not(Contains("request.deciding"))));
    EXPECT_EQ(story.request(second).state, State::introduced);
    EXPECT_THAT(story.does("request.closed", third).outcome("filled").by("anna"),
                Contains("request.deciding"));
    EXPECT_EQ(story.request(second).state, State::deciding);
}

TEST(Closed, TakesNothingButNotesFollowUpsAndReopening) {
    Story story;
    story.submit();
    story.does("request.closed").outcome("discontinued").by("anna");
    EXPECT_THAT(story.does("request.closed").outcome("discontinued").by("anna"),
                ElementsAre("409 /event: request.closed does not fit a request that is closed",
                            "fits: request.note request.reopened"));
}

TEST(Reopened, IsFollowedByDecidingAndTheEmployerIsTold) {
    Story story;
    story.forwarded();
    story.does("request.closed").outcome("discontinued").by("anna");
    EXPECT_THAT(story.does("request.reopened").reason("toch").by("anna"),
                ElementsAre("request.reopened", "request.deciding", "clock.started decide",
                            "mail.queued update to employer"));
    EXPECT_EQ(story.state(), "deciding");
    EXPECT_EQ(story.request().outcome, "");
    EXPECT_EQ(story.request().closed_at, std::nullopt);
    EXPECT_THAT(story.does("request.referred").regions({brabant.text()}).by("anna"),
                Contains("referral.sent midden-brabant wsp-tilburg"));
}

TEST(Reopened, GoesToWhoIsOnDutyWhileItsOwnerIsAwayAndNobodyTookItUp) {
    RuleSet rules = build::a_ruleset();
    rules.roster.absent.push_back(
        {MemberKey("anna"), {build::day("2026-11-24"), build::day("2026-11-27")}});
    Story untaken(rules);
    untaken.submit();
    untaken.does("request.closed").outcome("withdrawn").by("bram");
    EXPECT_THAT(untaken.at("2026-11-24 11:00").does("request.reopened").reason("toch").by("bram"),
                testing::IsSupersetOf(
                    {"request.reassigned chris", "mail.queued new_request to owner:chris"}));
    Story taken(rules);
    taken.taken_up();
    taken.does("request.closed").outcome("withdrawn").by("bram");
    EXPECT_THAT(
        only(taken.at("2026-11-24 11:00").does("request.reopened").reason("toch").by("bram"),
             "request.reassigned"),
        testing::IsEmpty());
}

TEST(Reopened, NeverBeforeItWasClosed) {
    Story story;
    story.taken_up();
    story.at("2026-11-24 10:00").does("request.closed").outcome("discontinued").by("anna");
    EXPECT_THAT(story.at("2026-11-24 11:00")
                    .does("request.reopened")
                    .happened("2026-11-24 09:00")
                    .by("anna"),
                ElementsAre("400 /happenedAt: lies before the request was closed"));
}

}  // namespace
}  // namespace werktdoord
