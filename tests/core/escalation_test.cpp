// Who hears of a clock and when: contract section 3, "Who an escalation can go to".
#include "core/escalation.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::a_request;
using build::a_request_at;
using build::a_ruleset;
using build::brabant;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

EscalationStep after(int days, int repeat, std::vector<Role> to) {
    return {AlertStep::after, {days, Unit::working_days}, repeat, std::move(to)};
}

// The blueprint with this ladder on take_up.
RuleSet with_ladder(std::vector<EscalationStep> ladder) {
    RuleSet rules = a_ruleset();
    rules.deadlines.escalation[ClockName::take_up] = std::move(ladder);
    return rules;
}

TEST(Ladder, OfTheBlueprintForTakeUp) {
    Story story;
    story.submit();
    story.at("2026-12-16 12:00");
    EXPECT_THAT(
        story.dated("alert.raised"),
        ElementsAre("11-23 13:12 alert.raised take_up warned to owner:anna",
                    "11-24 09:12 alert.raised take_up missed to owner:anna team:anna team:bram "
                    "team:chris team:dirk",
                    "11-25 09:12 alert.raised take_up after 1 to coordinator:dirk",
                    "11-26 09:12 alert.raised take_up after 2 to coordinator:dirk",
                    "11-27 09:12 alert.raised take_up after 3 to coordinator:dirk",
                    "11-30 09:12 alert.raised take_up after 4 to coordinator:dirk",
                    "12-01 09:12 alert.raised take_up after 5 to coordinator:dirk",
                    "12-02 09:12 alert.raised take_up after 6 to coordinator:dirk",
                    "12-09 09:12 alert.raised take_up overdue 1 to owner:anna coordinator:dirk",
                    "12-16 09:12 alert.raised take_up overdue 2 to owner:anna coordinator:dirk"));
}

TEST(Ladder, OfTheBlueprintForTheWspReachesTheWspToo) {
    Story story;
    story.forwarded();
    story.at("2026-11-27 12:00");
    EXPECT_THAT(story.dated("alert.raised wsp_response"),
                ElementsAre("11-25 10:00 alert.raised wsp_response midden-brabant wsp-tilburg "
                            "warned to wsp:wsp-tilburg",
                            "11-26 10:00 alert.raised wsp_response midden-brabant wsp-tilburg "
                            "missed to wsp:wsp-tilburg regional_contact:midden-brabant",
                            "11-27 10:00 alert.raised wsp_response midden-brabant wsp-tilburg "
                            "after 1 to backup:midden-brabant team:anna team:bram team:chris "
                            "team:dirk wsp_manager:midden-brabant"));
}

TEST(Ladder, EndsWhenTheClockEnds) {
    Story story;
    story.submit();
    story.at("2026-11-25 10:00").does("request.taken_up").by("anna");
    story.forget_lines();
    story.at("2026-11-26 12:00");
    EXPECT_THAT(story.all("alert.raised take_up"), IsEmpty());
}

TEST(WithoutALadder, WarnedGoesToTheOwnerMissedToOwnerAndTeam) {
    Story story;
    story.referred();
    story.at("2026-12-07 14:00");
    EXPECT_THAT(story.dated("alert.raised feedback"),
                ElementsAre("12-03 14:00 alert.raised feedback midden-brabant warned to "
                            "regional_contact:midden-brabant",
                            "12-07 14:00 alert.raised feedback midden-brabant missed to "
                            "regional_contact:midden-brabant team:anna team:bram team:chris "
                            "team:dirk"));
}

TEST(WithoutALadder, IsNeverSilentOwnerAndCoordinatorHearEveryFiveWorkingDays) {
    Story story;
    story.taken_up();  // assess is due on Wednesday 11:00
    story.at("2026-12-09 12:00");
    EXPECT_THAT(
        story.dated("alert.raised assess"),
        ElementsAre("11-25 11:00 alert.raised assess missed to owner:anna team:anna team:bram "
                    "team:chris team:dirk",
                    "12-02 11:00 alert.raised assess overdue 1 to owner:anna "
                    "coordinator:dirk",
                    "12-09 11:00 alert.raised assess overdue 2 to owner:anna "
                    "coordinator:dirk"));
}

TEST(WithoutALadder, OwnersAreTheRequestsOwnerTheWspAndTheRegionalContact) {
    RuleSet rules = a_ruleset();
    rules.deadlines.escalation.clear();
    Story story(rules);
    story.forwarded();
    story.at("2026-11-25 10:00");
    EXPECT_THAT(story.all("alert.raised"),
                ElementsAre("alert.raised wsp_response midden-brabant wsp-tilburg warned to "
                            "wsp:wsp-tilburg"));
}

TEST(Ladder, WithoutAStepForAWarningRaisesNothingThen) {
    Story story(with_ladder({after(1, 0, {Role::team})}));
    story.submit();
    story.at("2026-11-24 09:12");
    EXPECT_THAT(story.all("alert.raised"), IsEmpty());
    EXPECT_THAT(story.all("clock."), ElementsAre("clock.started take_up", "clock.warned take_up",
                                                 "clock.missed take_up"));
}

TEST(Ladder, StepsThatFallTogetherAreAllRaised) {
    Story story(with_ladder({after(1, 1, {Role::owner}), after(2, 0, {Role::coordinator})}));
    story.submit();
    story.at("2026-12-03 12:00");
    EXPECT_THAT(story.dated("alert.raised"),
                ElementsAre("11-25 09:12 alert.raised take_up after 1 to owner:anna",
                            "11-26 09:12 alert.raised take_up after 2 to owner:anna",
                            "11-26 09:12 alert.raised take_up after 1 to coordinator:dirk",
                            "12-03 09:12 alert.raised take_up overdue 1 to owner:anna "
                            "coordinator:dirk"));
}

TEST(Ladder, OneMailPerAddress) {
    Story story(
        with_ladder({{AlertStep::missed, {}, 0, {Role::owner, Role::team, Role::coordinator}},
                     after(1, 0, {Role::owner, Role::duty_contact}),
                     after(1, 0, {Role::owner, Role::coordinator})}));
    story.submit();
    story.at("2026-11-24 09:12");
    EXPECT_THAT(story.all("mail.queued alert"),
                ElementsAre("mail.queued alert take_up missed to owner:anna",
                            "mail.queued alert take_up missed to team:bram",
                            "mail.queued alert take_up missed to team:chris",
                            "mail.queued alert take_up missed to team:dirk"));
    story.forget_lines();
    story.at("2026-11-25 09:12");
    EXPECT_THAT(story.all("mail.queued alert"),
                ElementsAre("mail.queued alert take_up after to owner:anna",
                            "mail.queued alert take_up after to coordinator:dirk"));
}

TEST(AfterDowntime, OnlyTheLastStepIsRaisedWithHowManyWereSkipped) {
    Story story;
    story.submit();
    story.down_until("2026-11-27 10:00");
    EXPECT_THAT(story.dated("clock.|alert."),
                ElementsAre("11-23 09:12 clock.started take_up", "11-27 10:00 clock.missed take_up",
                            "11-27 10:00 alert.raised take_up after 3 skipped 3 to "
                            "coordinator:dirk"));
    story.down_until("2026-12-01 10:00");
    EXPECT_THAT(story.dated("alert.").back(),
                "12-01 10:00 alert.raised take_up after 5 skipped 1 to coordinator:dirk");
    story.at("2026-12-02 09:12");
    EXPECT_THAT(story.dated("alert.").back(),
                "12-02 09:12 alert.raised take_up after 6 to coordinator:dirk");
}

TEST(AfterAChange, OfTheCalendarAStoredAlertIsRaisedWhenItWasDueAndTimeMovesOn) {
    Story story;
    story.submit();
    story.at("2026-11-24 12:00");
    story.moves_clocks_to(build::a_calendar_closed_on("2026-11-25"));
    story.at("2026-11-27 12:00");
    EXPECT_THAT(story.dated("alert.raised take_up after"),
                ElementsAre("11-25 09:12 alert.raised take_up after 1 to coordinator:dirk",
                            "11-27 09:12 alert.raised take_up after 2 to coordinator:dirk"));
}

TEST(AfterAChange, OfTheLadderAStoredAlertIsRaisedByTheNewOne) {
    Story story;
    story.submit();
    story.at("2026-11-24 12:00");
    story.rules().deadlines.escalation[ClockName::take_up] = {after(2, 0, {Role::team})};
    story.at("2026-12-02 12:00");
    EXPECT_THAT(story.dated("alert.raised take_up after|alert.raised take_up overdue"),
                ElementsAre("11-25 09:12 alert.raised take_up after 1 to team:anna team:bram "
                            "team:chris team:dirk"));
    EXPECT_GT(story.request().clocks.at(0).next_alert, story.now());
}

// ---- who a role is ----

std::vector<std::string> reached(Story& story, Role role, ClockName name, int referral = 1) {
    Clock clock;
    clock.name = name;
    clock.referral = referral;
    std::vector<std::string> found;
    for (const Recipient& to :
         recipients_of(role, story.request(), clock, story.rules(), story.now()))
        found.push_back(std::string(name_of(to.role)) + ":" + to.key);
    return found;
}

const std::vector<std::string> the_team{"team:anna", "team:bram", "team:chris", "team:dirk"};

TEST(ARole, ThatTheRegionLacksIsTheTeam) {
    Story story;
    story.forwarded();
    EXPECT_THAT(reached(story, Role::wsp_manager, ClockName::feedback),
                ElementsAre("wsp_manager:midden-brabant"));
    EXPECT_EQ(reached(story, Role::employers_association, ClockName::feedback), the_team);
    EXPECT_EQ(reached(story, Role::pow_director, ClockName::feedback), the_team);
    story.rules().regions.at(brabant).backup.reset();
    EXPECT_EQ(reached(story, Role::backup, ClockName::feedback), the_team);
}

TEST(ARole, OnAClockOfTheRequestIsThatOfEveryOpenReferral) {
    Story story;
    story.submit(a_request_at({{"5038 AB", ""}, {"4811 AA", ""}}));
    story.does("request.taken_up").by("anna");
    EXPECT_EQ(reached(story, Role::regional_contact, ClockName::assess, 0), the_team);
    story.does("request.referred").by("anna");
    EXPECT_THAT(reached(story, Role::regional_contact, ClockName::decide, 0),
                ElementsAre("regional_contact:midden-brabant", "regional_contact:west-brabant"));
    std::vector<std::string> expected{"wsp_manager:midden-brabant"};
    expected.insert(expected.end(), the_team.begin(), the_team.end());
    EXPECT_EQ(reached(story, Role::wsp_manager, ClockName::decide, 0), expected);
}

TEST(ARole, DutyContactIsWhoIsOnDutyThenOwnerWhoHasTheRequest) {
    Story story;
    story.forwarded();
    story.at("2026-11-26 10:00");
    EXPECT_THAT(reached(story, Role::duty_contact, ClockName::feedback),
                ElementsAre("duty_contact:bram"));
    EXPECT_THAT(reached(story, Role::owner, ClockName::feedback), ElementsAre("owner:anna"));
}

TEST(ARole, WspOnAClockOfTheReferralIsEveryWspThatHasIt) {
    Story story;
    story.referred();
    EXPECT_EQ(reached(story, Role::wsp, ClockName::report_back), the_team);
    story.does("referral.forwarded")
        .region(brabant)
        .wsps({"wsp-tilburg", "wsp-hilvarenbeek"})
        .by("backup");
    story.does("referral.wsp_responded").region(brabant).wsp("wsp-tilburg").by("wsp");
    EXPECT_THAT(reached(story, Role::wsp, ClockName::report_back),
                ElementsAre("wsp:wsp-hilvarenbeek", "wsp:wsp-tilburg"));
    story.does("referral.wsp_withdrawn").region(brabant).wsp("wsp-tilburg").by("backup");
    EXPECT_THAT(reached(story, Role::wsp, ClockName::report_back),
                ElementsAre("wsp:wsp-hilvarenbeek"));
}

TEST(ARole, AnAbsentContactsAlertsAlsoGoToTheBackup) {
    Story story;
    story.referred();
    Region& region = story.rules().regions.at(brabant);
    region.contact.absent = {{day("2026-11-23"), day("2026-12-31")}};
    EXPECT_THAT(reached(story, Role::regional_contact, ClockName::feedback),
                ElementsAre("regional_contact:midden-brabant", "backup:midden-brabant"));
    region.backup->absent = region.contact.absent;
    EXPECT_THAT(reached(story, Role::regional_contact, ClockName::feedback),
                ElementsAre("regional_contact:midden-brabant", "backup:midden-brabant",
                            "coordinator:dirk"));
}

TEST(ARole, AnAbsentOwnersAlertsAlsoGoToWhoIsOnDuty) {
    Story story;
    story.referred();
    Roster& roster = story.rules().roster;
    roster.absent.push_back({MemberKey("anna"), {day("2026-11-24"), day("2026-11-30")}});
    story.at("2026-11-24 10:00");
    EXPECT_THAT(reached(story, Role::owner, ClockName::feedback),
                ElementsAre("owner:anna", "duty_contact:chris"));
    for (const char* member : {"bram", "chris", "dirk"})
        roster.absent.push_back({MemberKey(member), {day("2026-11-24"), day("2026-11-30")}});
    EXPECT_THAT(reached(story, Role::owner, ClockName::feedback),
                ElementsAre("owner:anna", "duty_contact:dirk"))
        << "nobody is there: the coordinator";
}

TEST(ARole, AnAbsentBackupsAlertsAlsoGoToTheCoordinator) {
    Story story;
    story.referred();
    Region& region = story.rules().regions.at(brabant);
    region.backup->absent = {{day("2026-11-23"), day("2026-12-31")}};
    EXPECT_THAT(reached(story, Role::backup, ClockName::feedback),
                ElementsAre("backup:midden-brabant", "coordinator:dirk"));
}

// ---- what an alert tells, and the employer's status ----

TEST(Alert, TellsWhatAboutAndIsHeldOutsideWorkingHours) {
    RuleSet rules = a_ruleset();
    rules.deadlines.policies.at("blueprint").clocks.at(ClockName::take_up).within = {1, Unit::days};
    Story story(rules, "2026-11-27 18:00");  // Friday evening
    story.submit();
    story.at("2026-11-28 18:00");
    const Event& queued = story.events().back();
    EXPECT_EQ(line_of(queued), "mail.queued alert take_up missed to team:dirk");
    EXPECT_EQ(queued.letter->not_before, at("2026-11-30 09:00"));
    EXPECT_EQ(queued.step, AlertStep::missed);
    Facts kept;
    kept.values["due"] = "zaterdag 28 november 2026, 18:00 uur";
    EXPECT_EQ(queued.letter->facts, kept) << "the rest is told as it is when the mail leaves";
    EXPECT_EQ(queued.at, at("2026-11-28 18:00"));
}

TEST(Status, GoesToTheEmployerWhenFeedbackIsMissed) {
    Story story;
    story.referred();
    story.at("2026-12-07 14:00");
    EXPECT_THAT(story.dated("clock.missed feedback|mail.queued status"),
                ElementsAre("12-07 14:00 clock.missed feedback midden-brabant",
                            "12-07 14:00 mail.queued status to employer"));
}

}  // namespace
}  // namespace werktdoord
