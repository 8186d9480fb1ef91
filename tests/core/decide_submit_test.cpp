#include "core/decide.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/mail_facts.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using build::a_request;
using build::a_request_at;
using build::a_rule;
using build::a_ruleset;
using build::everything;
using build::is;
using build::to_region_of_site;
using build::to_regions;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Registration, IsRegisteredRoutedAssignedThenClocksThenMails) {
    Story story;
    story.submit();
    EXPECT_THAT(story.all(), ElementsAre("request.registered", "request.routed midden-brabant",
                                         "request.assigned anna", "clock.started take_up",
                                         "mail.queued confirmation to employer",
                                         "mail.queued new_request to owner:anna"));
    EXPECT_EQ(story.state(), "registered");
    EXPECT_EQ(story.request().owner, MemberKey("anna"));
    EXPECT_EQ(story.request().number, RequestNumber("NLWD-2026-000001"));
    EXPECT_EQ(story.request().data, a_request());
}

TEST(Registration, StartsTakeUpWithItsWarningAndDueInstant) {
    Story story;
    story.submit();
    const Clock& clock = story.request().clocks.at(0);
    EXPECT_EQ(local_text(clock.start), "2026-11-23T09:12:00+01:00");
    EXPECT_EQ(local_text(clock.due), "2026-11-24T09:12:00+01:00");
    EXPECT_EQ(local_text(clock.warn.value()), "2026-11-23T13:12:00+01:00");
}

TEST(Registration, UnroutableIsRegisteredOwnedAndOnItsClock) {
    Story story;
    story.submit(a_request_at({{"9999 ZZ", ""}}));
    EXPECT_THAT(story.all("request.|clock."),
                ElementsAre("request.registered", "request.unroutable", "request.assigned anna",
                            "clock.started take_up"));
    EXPECT_EQ(story.request().route.unplaced.size(), 1U);
}

TEST(Registration, ImmediatelyRefersPerRegionByKeyEachWithItsClocksThenMails) {
    Story story(a_ruleset({a_rule("crisis", everything(), to_region_of_site(Mode::immediately))}));
    story.submit(a_request_at({{"4811 AA", ""}, {"5038 AB", ""}}));
    EXPECT_THAT(
        story.all(),
        ElementsAre(
            "request.registered", "request.routed midden-brabant west-brabant",
            "request.assigned anna", "clock.started take_up",
            "request.referred midden-brabant west-brabant",
            "referral.sent midden-brabant wsp-tilburg", "clock.started feedback midden-brabant",
            "clock.started forward midden-brabant", "clock.started report_back midden-brabant",
            "referral.sent west-brabant wsp-west-brabant", "clock.started feedback west-brabant",
            "clock.started forward west-brabant", "clock.started report_back west-brabant",
            "mail.queued confirmation to employer", "mail.queued new_request to owner:anna",
            "mail.queued referral midden-brabant to regional_contact:midden-brabant",
            "mail.queued referral west-brabant to regional_contact:west-brabant",
            "mail.queued status to employer"));
    EXPECT_EQ(story.state(), "referred");
}

TEST(Registration, OnlyRegionsWhoseRuleSaysSoAreReferredImmediately) {
    Story story(a_ruleset(
        {a_rule("first", everything(), to_regions({"noord-limburg"}, Mode::immediately), true),
         a_rule("second", everything(), to_regions({"twente"}))}));
    story.submit();
    EXPECT_THAT(story.all("referral.sent"),
                ElementsAre("referral.sent noord-limburg wsp-noord-limburg"));
    EXPECT_THAT(story.at("2026-11-23 11:00").does("request.referred").by("anna"),
                testing::Contains("referral.sent twente wsp-twente"));
}

TEST(Registration, TakenUpAfterImmediateReferralKeepsTheStateAndStartsNoAssess) {
    Story story(a_ruleset({a_rule("crisis", everything(), to_region_of_site(Mode::immediately))}));
    story.submit();
    EXPECT_THAT(story.at("2026-11-23 11:00").does("request.taken_up").by("anna"),
                ElementsAre("request.taken_up", "clock.met take_up"));
    EXPECT_EQ(story.state(), "referred");
}

TEST(Registration, AfterClosingTheOwnerIsWhoIsOnDutyTheNextWorkingDay) {
    Story story(a_ruleset(), "2026-11-25 17:00");  // Wednesday
    story.submit();
    EXPECT_EQ(story.request().owner, MemberKey("bram"));
}

TEST(Registration, KeepsPossibleDuplicatesAndTellsTheOwner) {
    const RuleSet rules = a_ruleset();
    Case c;
    Submit command;
    command.data = a_request();
    const Events events =
        decide_submit(c, command, RequestNumber("NLWD-2026-000002"),
                      {RequestNumber("NLWD-2026-000001")}, rules, at("2026-11-23 09:12"));
    EXPECT_THAT(c.possible_duplicates, ElementsAre(RequestNumber("NLWD-2026-000001")));
    const Mail& mail = *events.back().letter;
    EXPECT_EQ(mail.to.key, "anna");
    Letter letter;
    letter.kind = MailKind::new_request;
    letter.to = mail.to;
    const Facts facts = mail_facts(c, rules, letter, at("2026-11-23 09:12"));
    EXPECT_EQ(facts.lists.at("possible_duplicates").at(0).values.at("number"), "NLWD-2026-000001");
}

TEST(Registration, AnAbsentContactsReferralGoesToTheBackupInstead) {
    RuleSet rules =
        a_ruleset({a_rule("crisis", everything(), to_region_of_site(Mode::immediately))});
    Region& region = rules.regions.at(RegionKey("midden-brabant"));
    region.contact.absent = {{day("2026-11-23"), day("2026-11-27")}};
    Story one(rules);
    one.submit();
    EXPECT_THAT(one.all("mail.queued referral"),
                ElementsAre("mail.queued referral midden-brabant to backup:midden-brabant"));

    rules.regions.at(RegionKey("midden-brabant")).backup->absent = {
        {day("2026-11-23"), day("2026-11-23")}};
    Story both(rules);
    both.submit();
    EXPECT_THAT(both.all("mail.queued referral"),
                ElementsAre("mail.queued referral midden-brabant to backup:midden-brabant",
                            "mail.queued referral midden-brabant to coordinator:dirk"));
}

TEST(Rejection, IsOnTheRecordAndMailedToTheDutyContact) {
    RejectSubmission command;
    command.problems = {{"/data/kind", "is required"}, {"/data/sites", "must be a list"}};
    const Instant now = at("2026-11-26 10:00");
    const Event rejected = decide_reject(command, now);
    EXPECT_EQ(rejected.name, EventName::request_rejected);
    EXPECT_EQ(rejected.problems, "/data/kind: is required\n/data/sites: must be a list");

    const Event told = tell_of_rejection({12, "msg_1", now, rejected.problems}, a_ruleset(), now);
    EXPECT_EQ(line_of(told), "mail.queued rejected to duty_contact:bram");
    const auto& item = told.letter->facts.lists.at("rejected").at(0).values;
    EXPECT_EQ(item, (std::map<std::string, std::string>{
                        {"id", "msg_1"},
                        {"entry", "12"},
                        {"when", "donderdag 26 november 2026, 10:00 uur"},
                        {"problems",
                         "/data/kind: dit is verplicht\n/data/sites: dit moet een "
                         "lijst zijn"}}));
}

// ---- who is told when: `notify: working_hours` ----

std::optional<std::string> held_until(const Story& story, const std::string& beginning) {
    for (const Event& event : story.events())
        if (line_of(event).starts_with(beginning) && event.letter->not_before)
            return local_text(*event.letter->not_before);
    return std::nullopt;
}

TEST(HeldMail, ToTheTeamWaitsForTheNextOpeningToTheEmployerNever) {
    Story story(a_ruleset(), "2026-11-28 11:00");  // Saturday
    story.submit();
    EXPECT_EQ(held_until(story, "mail.queued confirmation"), std::nullopt);
    EXPECT_EQ(held_until(story, "mail.queued new_request"), "2026-11-30T09:00:00+01:00");
}

TEST(HeldMail, LeavesAtOnceInWorkingHoursWhichEndAtClosing) {
    Story in_time(a_ruleset(), "2026-11-27 16:59");
    in_time.submit();
    EXPECT_EQ(held_until(in_time, "mail.queued new_request"), std::nullopt);
    Story at_closing(a_ruleset(), "2026-11-27 17:00");
    at_closing.submit();
    EXPECT_EQ(held_until(at_closing, "mail.queued new_request"), "2026-11-30T09:00:00+01:00");
}

TEST(HeldMail, NeverWaitsWithNotifyAlways) {
    RuleSet rules = a_ruleset();
    CalendarRules calendar = build::monday_to_friday();
    calendar.notify = Notify::always;
    rules.calendar = {calendar, build::amsterdam()};
    Story story(rules, "2026-11-28 11:00");
    story.submit();
    EXPECT_EQ(held_until(story, "mail.queued new_request"), std::nullopt);
}

TEST(HeldMail, IsAddressedToWhoIsThereWhenItIsRead) {
    RuleSet rules =
        a_ruleset({a_rule("crisis", everything(), to_region_of_site(Mode::immediately))});
    rules.regions.at(RegionKey("midden-brabant")).contact.absent = {
        {day("2026-11-30"), day("2026-11-30")}};
    Story story(rules, "2026-11-28 11:00");
    story.submit();
    EXPECT_THAT(story.all("mail.queued referral"),
                ElementsAre("mail.queued referral midden-brabant to backup:midden-brabant"));
}

TEST(Rejected, IsKeptAsOneLineAProblemWhateverKeyItsPlaceNames) {
    const Problems problems{{"/data/a\nb\r/data/kind: is required", "is given twice"},
                            {"/data/" + std::string(1000, 'x'), "is given twice"}};
    const std::string lines = to_lines(problems);
    EXPECT_EQ(std::ranges::count(lines, '\n'), 1);
    EXPECT_LT(lines.size(), 700U);
    EXPECT_TRUE(lines.starts_with("/data/a b /data/kind: is required: is given twice\n"));
}

}  // namespace
}  // namespace werktdoord
