// Every sentence of contract section 6 on clocks.
#include "core/clocks.hpp"
#include "core/escalation.hpp"

#include <gtest/gtest.h>

#include "core/story.hpp"

namespace werktdoord {
namespace {

using enum EventName;
using build::a_request;
using build::a_request_at;
using build::a_ruleset;
using build::brabant;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

ClockRule& rule_of(RuleSet& rules, ClockName clock) {
    return rules.deadlines.policies.at("blueprint").clocks[clock];
}

TEST(Clock, IsMetInTimeBeforeDue) {
    Story story;
    story.submit();
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    EXPECT_THAT(story.dated("clock."),
                ElementsAre("11-23 09:12 clock.started take_up", "11-23 11:00 clock.met take_up",
                            "11-23 11:00 clock.started assess"));
    EXPECT_EQ(story.request().clocks.at(0).state, ClockState::met);
    EXPECT_FALSE(story.request().clocks.at(0).late);
}

TEST(Clock, WarnsAndIsMissedAtItsInstantsAndMetLate) {
    Story story;
    story.submit();
    story.at("2026-11-24 10:00").does("request.taken_up").by("anna");
    EXPECT_THAT(
        story.dated("clock."),
        ElementsAre("11-23 09:12 clock.started take_up", "11-23 13:12 clock.warned take_up",
                    "11-24 09:12 clock.missed take_up", "11-24 10:00 clock.met take_up late",
                    "11-24 10:00 clock.started assess"));
    EXPECT_TRUE(story.request().clocks.at(0).late);
}

TEST(Clock, MetInTimeByHappenedAtAfterAMissThatStays) {
    Story story;
    story.submit();
    story.at("2026-11-24 10:00").does("request.taken_up").happened("2026-11-24 09:12").by("anna");
    EXPECT_THAT(story.all("clock.m"), ElementsAre("clock.missed take_up", "clock.met take_up"));
    EXPECT_EQ(story.request().clocks.at(0).ended_at, at("2026-11-24 09:12"));
}

TEST(Clock, AnEventExactlyAtDueComesAfterTheMissAndCountsAsInTime) {
    Story story;
    story.submit();
    story.at("2026-11-24 09:12").does("request.taken_up").by("anna");
    EXPECT_THAT(story.all("clock.m"), ElementsAre("clock.missed take_up", "clock.met take_up"));
}

TEST(Clock, WhatIsDueWhenAnEventComesIsToldFirst) {
    const RuleSet rules = a_ruleset();
    Cases cases;
    Submit command;
    command.data = a_request();
    decide_submit(cases.subject, command, RequestNumber("NLWD-2026-000001"), {}, rules,
                  at("2026-11-23 09:12"));
    Event draft;
    draft.name = request_taken_up;
    draft.by = "anna";
    const Decision decision =
        decide_event(cases, {cases.subject.number, draft}, rules, at("2026-11-24 09:30"));
    Lines lines;
    for (const Event& event : std::get<Events>(decision)) lines.push_back(line_of(event));
    EXPECT_EQ(lines.front(), "clock.missed take_up");
    EXPECT_THAT(only(lines, "clock.met"), ElementsAre("clock.met take_up late"));
}

TEST(Clock, MissedWhileDownIsJournalledAtTheRestartWithItsDueAndWithoutItsWarning) {
    Story story;
    story.submit();
    story.down_until("2026-11-24 16:00");
    EXPECT_THAT(story.dated("clock."), ElementsAre("11-23 09:12 clock.started take_up",
                                                   "11-24 16:00 clock.missed take_up"));
    for (const Event& event : story.events())
        EXPECT_TRUE(event.name != clock_missed || event.due == at("2026-11-24 09:12"));
    story.at("2026-12-31 12:00");
    EXPECT_THAT(story.all("clock.missed"), ElementsAre("clock.missed take_up"));
    EXPECT_THAT(story.all("clock.warned"), IsEmpty());
}

TEST(Clock, WarnsOnceAfterDowntimeWhileNotYetDue) {
    Story story;
    story.submit();
    story.down_until("2026-11-23 16:00");
    EXPECT_THAT(story.dated("clock.warned"), ElementsAre("11-23 16:00 clock.warned take_up"));
    story.down_until("2026-11-24 09:00");
    EXPECT_THAT(story.all("clock.warned"), ElementsAre("clock.warned take_up"));
}

TEST(Clock, AWarningBeforeTheStartFallsAtTheStart) {
    RuleSet rules = a_ruleset();
    rule_of(rules, ClockName::take_up).warn = Warning{{3, Unit::working_days}, true};
    Story story(rules);
    story.submit();
    EXPECT_THAT(story.dated("clock."), ElementsAre("11-23 09:12 clock.started take_up",
                                                   "11-23 09:12 clock.warned take_up"));
}

TEST(Clock, WarnsForwardFromTheStartWithAfter) {
    Story story;
    story.forwarded();
    story.at("2026-11-30 12:00");
    EXPECT_THAT(story.dated("clock.warned wsp|clock.missed wsp"),
                ElementsAre("11-25 10:00 clock.warned wsp_response midden-brabant wsp-tilburg",
                            "11-26 10:00 clock.missed wsp_response midden-brabant wsp-tilburg"));
}

TEST(Clock, ThatIsStillOpenIsNotStartedAgain) {
    Story story;
    story.submit(a_request_at({{"5038 AB", ""}, {"4811 AA", ""}}));
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    story.does("referral.declined").region(brabant).reason("other").by("backup");
    EXPECT_THAT(story.does("referral.reported_back")
                    .region("west-brabant")
                    .outcome("not_filled")
                    .by("backup"),
                Not(Contains("clock.started decide")));
}

TEST(Clock, IsHeldBackByItsUnless) {
    Story story(a_ruleset());
    story.submit();
    story.does("request.taken_up").by("anna");
    EXPECT_THAT(story.all("clock.started assess").size(), 1U);

    RuleSet immediately = a_ruleset(
        {build::a_rule("now", build::everything(), build::to_region_of_site(Mode::immediately))});
    Story referred(immediately);
    referred.submit();
    referred.does("request.taken_up").by("anna");
    EXPECT_THAT(referred.all("clock.started assess"), IsEmpty());
}

TEST(Clock, OfAReferralIsHeldBackByWhatHappenedToThatReferralOnly) {
    RuleSet rules = a_ruleset();
    rule_of(rules, ClockName::feedback).from = {referral_forwarded};
    rule_of(rules, ClockName::feedback).unless = {referral_feedback};
    Story story(rules);
    story.submit(a_request_at({{"5038 AB", ""}, {"4811 AA", ""}}));
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    story.does("referral.feedback").region("west-brabant").filled(0).by("backup");
    EXPECT_THAT(story.does("referral.forwarded").region(brabant).by("backup"),
                Contains("clock.started feedback midden-brabant"));
    EXPECT_THAT(story.does("referral.forwarded").region("west-brabant").by("backup"),
                Not(Contains("clock.started feedback west-brabant")));
}

TEST(Clock, UnlessMeansBeforeNotByTheSameEvent) {
    RuleSet rules = a_ruleset();
    rule_of(rules, ClockName::forward).unless = {referral_sent, request_amended};
    Story story(rules);
    story.referred();
    EXPECT_NE(story.request().open_clock(ClockName::forward, 1, std::nullopt), nullptr);
}

TEST(Clock, NoneStartsOnAClosedRequest) {
    RuleSet rules = a_ruleset();
    rule_of(rules, ClockName::decide).from.push_back(request_note);
    Story story(rules);
    story.submit();
    story.does("request.closed").outcome("withdrawn").by("employer");
    EXPECT_THAT(story.does("request.note").by("anna"), ElementsAre("request.note"));
}

TEST(Clock, OfARequestCanBeMetByAnEventOnAReferral) {
    RuleSet rules = a_ruleset();
    rule_of(rules, ClockName::follow_up) = {
        {1, Unit::weeks}, {}, {request_referred}, {referral_feedback}, {}};
    Story story(rules);
    story.referred();
    EXPECT_THAT(story.does("referral.feedback").region(brabant).by("backup"),
                Contains("clock.met follow_up"));
}

TEST(Clock, UnderAPolicyThatChangedServesAsItStarted) {
    Story story;
    story.submit();
    rule_of(story.rules(), ClockName::take_up).within = {1, Unit::working_hours};
    rule_of(story.rules(), ClockName::take_up).until = {request_referred};
    rule_of(story.rules(), ClockName::assess).within = {3, Unit::working_days};
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    EXPECT_THAT(story.dated("clock.m"), ElementsAre("11-23 11:00 clock.met take_up"));
    EXPECT_EQ(story.request().open_clock(ClockName::assess, 0, std::nullopt)->due,
              at("2026-11-26 11:00"));
}

TEST(Clock, FollowsThePolicyThatTheRulesGaveTheRequest) {
    RuleSet rules = a_ruleset({build::a_rule("crisis", build::everything(),
                                             build::to_region_of_site(), false, "crisis")});
    Policy crisis = rules.deadlines.policies.at("blueprint");
    crisis.clocks.at(ClockName::take_up).within = {4, Unit::working_hours};
    rules.deadlines.policies["crisis"] = crisis;
    Story story(rules);
    story.submit();
    EXPECT_EQ(story.request().clocks.at(0).due, at("2026-11-23 13:12"));
}

// ---- a changed calendar ----

TEST(ChangedCalendar, MovesTheRunningClocksAndSaysFromWhatToWhat) {
    Story story;
    story.submit();
    EXPECT_THAT(story.moves_clocks_to(build::a_calendar_closed_on("2026-11-24")),
                ElementsAre("clock.moved take_up"));
    const Event& moved = story.events().back();
    EXPECT_EQ(moved.old_due, at("2026-11-24 09:12"));
    EXPECT_EQ(moved.due, at("2026-11-25 09:12"));
    EXPECT_EQ(moved.old_warn, at("2026-11-23 13:12"));
    EXPECT_EQ(moved.warn, at("2026-11-23 13:12"));
    EXPECT_EQ(moved.reason, "calendar");
    story.at("2026-11-25 12:00");
    EXPECT_THAT(story.dated("clock.missed"), ElementsAre("11-25 09:12 clock.missed take_up"));
}

TEST(ChangedCalendar, LeavesAMissedClockMissedAndWhatItDoesNotTouch) {
    Story story;
    story.submit();
    story.at("2026-11-24 10:00");
    EXPECT_THAT(story.moves_clocks_to(build::a_calendar_closed_on("2026-11-24")), IsEmpty());
    Story other;
    other.submit();
    EXPECT_THAT(other.moves_clocks_to(build::a_calendar_closed_on("2026-12-24")), IsEmpty());
}

// ---- the order at one instant ----

RuleSet all_at_one_instant() {
    RuleSet rules = a_ruleset();
    auto& clocks = rules.deadlines.policies.at("blueprint").clocks;
    const auto within = [&](ClockName name, int days, std::optional<int> warn) {
        clocks[name] = {{days, Unit::days}, {}, {request_registered}, {request_closed}, {}};
        if (warn) clocks[name].warn = Warning{{*warn, Unit::days}, false};
    };
    within(ClockName::assess, 3, 1);
    within(ClockName::decide, 2, 1);
    within(ClockName::follow_up, 1, {});
    within(ClockName::take_up, 1, {});
    return rules;
}

TEST(AtOneInstant, MissedComesBeforeWarnedThenByDueThenByClock) {
    Story story(all_at_one_instant());
    story.submit();
    story.at("2026-11-24 09:12");
    EXPECT_THAT(
        story.dated("clock.missed|clock.warned"),
        ElementsAre("11-24 09:12 clock.missed follow_up", "11-24 09:12 clock.missed take_up",
                    "11-24 09:12 clock.warned decide", "11-24 09:12 clock.warned assess"));
}

TEST(AtOneInstant, OverAllRequestsDueComesBeforeRequestBeforeClock) {
    Story story(all_at_one_instant());
    story.submit();
    story.submit();
    story.at("2026-11-24 09:12");
    EXPECT_THAT(story.all("clock.missed|clock.warned"),
                ElementsAre("clock.missed follow_up", "clock.missed take_up",
                            "clock.missed follow_up", "clock.missed take_up", "clock.warned decide",
                            "clock.warned decide", "clock.warned assess", "clock.warned assess"));
}

// ---- what the daemon does by itself ----

TEST(HandOver, GivesTheRequestToWhoIsOnDutyByRulesAndTellsThem) {
    Story story;
    story.submit();
    story.rules().roster.absent.push_back(
        {MemberKey("anna"), {day("2026-11-23"), day("2026-11-27")}});
    EXPECT_THAT(story.hands_over(),
                ElementsAre("request.reassigned chris", "mail.queued new_request to owner:chris"));
    EXPECT_EQ(story.request().owner, MemberKey("chris"));
    EXPECT_THAT(story.hands_over(), IsEmpty());
}

TEST(StandIn, GetsTheReferralsNotYetForwarded) {
    Story story;
    story.referred();
    story.rules().regions.at(brabant).contact.absent = {{day("2026-11-23"), day("2026-11-27")}};
    EXPECT_THAT(story.mails_stand_in(1),
                ElementsAre("mail.queued referral midden-brabant to backup:midden-brabant"));
    EXPECT_THAT(story.mails_stand_in(1), IsEmpty()) << "the backup has it";
    story.rules().regions.at(brabant).backup->absent = {{day("2026-11-23"), day("2026-11-27")}};
    EXPECT_THAT(story.mails_stand_in(1),
                ElementsAre("mail.queued referral midden-brabant to coordinator:dirk"));
    story.does("referral.forwarded").region(brabant).by("backup");
    EXPECT_THAT(story.mails_stand_in(1), IsEmpty());
}

}  // namespace
}  // namespace werktdoord
