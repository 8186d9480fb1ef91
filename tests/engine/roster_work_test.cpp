// Absences that begin, and members who left: who has the work then (section 3, roster; W3, W6).
#include "engine/roster_work.hpp"

#include "engine/world.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string handed_over = "request.reassigned|mail.queued new_request";

Absence from_until(const char* from, const char* until) {
    return {build::day(from), build::day(until)};
}

RuleSet away(const char* member, const char* from, const char* until,
             RuleSet rules = build::a_ruleset()) {
    rules.roster.absent.push_back({MemberKey(member), from_until(from, until)});
    return rules;
}

RuleSet contact_away(const char* from, const char* until, RuleSet rules = build::a_ruleset()) {
    rules.regions.at(brabant).contact.absent.push_back(from_until(from, until));
    return rules;
}

RuleSet backup_away(const char* from, const char* until, RuleSet rules) {
    rules.regions.at(brabant).backup->absent.push_back(from_until(from, until));
    return rules;
}

RuleSet without(const char* member) {
    RuleSet rules = build::a_ruleset();
    rules.roster.team.erase(MemberKey(member));
    for (auto& entry : rules.roster.week)
        if (entry == MemberKey(member)) entry = MemberKey("chris");
    return rules;
}

TEST(MemberAbsent, at_midnight_of_its_first_day_what_is_not_taken_up_goes_to_who_is_on_duty) {
    World world(away("anna", "2026-11-24", "2026-11-25"));
    world.submits();
    taken_up(world);
    world.at("2026-11-23 23:59").forget();
    world.at("2026-11-24 00:00");
    EXPECT_THAT(world.dated(handed_over),
                ElementsAre("11-24 00:00 #1 request.reassigned chris",
                            "11-24 00:00 #1 mail.queued new_request -> owner:chris (held)"));
    EXPECT_EQ(world.request(RequestNumber("NLWD-2026-000002")).owner.text(), "anna")
        << "who took it up stays its owner";
}

TEST(MemberAbsent, the_first_day_begins_at_local_midnight_in_summer_too) {
    World world(away("anna", "2026-07-14", "2026-07-14"), "2026-07-13 12:00");
    EXPECT_EQ(world.engine->next_due(), build::at("2026-07-13T22:00:00Z"));
}

TEST(MemberAbsent, nothing_goes_back_when_the_absence_is_over) {
    World world(away("anna", "2026-11-24", "2026-11-24"));
    world.submits();
    world.at("2026-11-24 00:00").forget();
    world.at("2026-11-25 12:00");
    EXPECT_THAT(world.told("request.reassigned"), IsEmpty());
}

TEST(MemberAbsent, each_absence_hands_over_once_also_across_restarts) {
    World world(away("anna", "2026-11-24", "2026-11-25"));
    const RequestNumber one = world.submits();
    world.at("2026-11-24 00:00");
    world.does(one, R"("event":"request.reassigned","by":"dirk","to":"bram")");
    world.forget().down_until("2026-11-24 09:00");
    EXPECT_THAT(world.told("request.reassigned"), IsEmpty());
}

TEST(MemberAbsent, an_absence_that_began_while_the_daemon_was_down_hands_over_at_the_restart) {
    World world(away("anna", "2026-11-24", "2026-11-27"));
    world.submits();
    world.forget().down_until("2026-11-25 08:00");
    EXPECT_THAT(world.dated(handed_over),
                ElementsAre("11-25 08:00 #1 request.reassigned chris",
                            "11-25 08:00 #1 mail.queued new_request -> owner:chris (held)"));
}

TEST(MemberAbsent, a_reload_that_announces_an_absence_hands_over_at_once) {
    World world;
    world.submits();
    taken_up(world);
    world.at("2026-11-23 10:00").forget();
    world.reload(away("anna", "2026-11-23", "2026-11-25"));
    EXPECT_THAT(world.told("request.reassigned"), ElementsAre("#1 request.reassigned chris"));
    world.reload(away("anna", "2026-11-23", "2026-11-27"));
    EXPECT_THAT(world.told("request.reassigned"), ElementsAre("#1 request.reassigned chris"));
}

TEST(MemberAbsent, a_reload_that_announces_a_later_absence_waits_for_its_day) {
    World world;
    world.submits();
    world.reload(away("anna", "2026-11-24", "2026-11-25")).forget();
    EXPECT_THAT(world.told("request.reassigned"), IsEmpty());
    world.at("2026-11-24 00:00");
    EXPECT_THAT(world.told("request.reassigned"), ElementsAre("#1 request.reassigned chris"));
}

TEST(MemberLeft, all_it_had_goes_to_who_is_on_duty_taken_up_or_not) {
    World world;
    world.submits();
    taken_up(world);
    const RequestNumber closed = world.submits();
    world.does(closed, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.forget().reload(without("anna"));
    EXPECT_THAT(
        world.told(handed_over),
        ElementsAre("#1 request.reassigned chris", "#1 mail.queued new_request -> owner:chris",
                    "#2 request.reassigned chris", "#2 mail.queued new_request -> owner:chris"));
}

TEST(MemberLeft, the_coordinator_too_and_the_next_one_hears_what_is_overdue) {
    RuleSet nobody = build::a_ruleset();
    for (const char* member : {"anna", "bram", "chris"})
        nobody = away(member, "2026-11-23", "2026-12-31", nobody);
    World world(nobody);
    const RequestNumber number = world.submits();
    EXPECT_EQ(world.request(number).owner, MemberKey("dirk")) << "nobody else is there";

    RuleSet rules = away("anna", "2026-11-23", "2026-12-31", without("dirk"));
    rules.roster.coordinator = MemberKey("chris");
    world.forget().reload(rules);
    EXPECT_THAT(world.told(handed_over), ElementsAre("#1 request.reassigned chris",
                                                     "#1 mail.queued new_request -> owner:chris"));
    world.at("2026-11-25 09:12");
    EXPECT_THAT(world.told("alert.raised take_up after"),
                ElementsAre("#1 alert.raised take_up after 1 -> coordinator:chris"));
}

TEST(MemberAbsent, with_nobody_there_an_alert_waits_for_the_opening_and_reaches_the_coordinator) {
    RuleSet rules = build::a_ruleset();
    for (const char* member : {"anna", "bram", "chris", "dirk"})
        rules = away(member, "2026-11-20", "2026-12-31", rules);
    World world(rules, "2026-11-20 18:00");
    world.submits();
    world.at("2026-11-23 17:00");
    EXPECT_THAT(world.told("mail.queued alert take_up warned"),
                ElementsAre("#1 mail.queued alert take_up warned -> owner:dirk"));
    EXPECT_THAT(world.told("mail.queued alert take_up missed"),
                testing::Contains("#1 mail.queued alert take_up missed -> owner:dirk (held)"));
}

TEST(MemberLeft, a_request_reopened_later_gets_an_owner_who_is_there) {
    World world;
    const RequestNumber one = taken_up(world);
    world.does(one, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    world.reload(without("anna")).forget();
    world.does(one, R"("event":"request.reopened","by":"bram","reason":"toch nog")");
    EXPECT_EQ(world.request(one).owner.text(), "chris");
    EXPECT_THAT(world.told("request."), ElementsAre("#1 request.reopened", "#1 request.deciding",
                                                    "#1 request.reassigned chris"));
}

TEST(ContactAbsent, referrals_not_yet_forwarded_are_mailed_to_who_stands_in) {
    World world(contact_away("2026-11-25", "2026-11-27"));
    referred(world);
    const RequestNumber forwarded = referred(world);
    world.at("2026-11-23 12:00")
        .does(forwarded,
              R"("event":"referral.forwarded","by":"regional_contact","region":"midden-brabant")");
    world.at("2026-11-24 23:59").forget();
    world.at("2026-11-25 08:00");
    EXPECT_THAT(world.dated("mail.queued referral"),
                ElementsAre("11-25 00:00 #1 mail.queued referral midden-brabant -> "
                            "backup:midden-brabant (held)"));
}

TEST(ContactAbsent, when_the_backup_goes_too_the_coordinator_hears_it) {
    World world(backup_away("2026-11-26", "2026-11-27", contact_away("2026-11-25", "2026-11-27")));
    referred(world);
    world.at("2026-11-25 23:59").forget();
    world.at("2026-11-26 00:00");
    EXPECT_THAT(world.told("mail.queued referral"),
                ElementsAre("#1 mail.queued referral midden-brabant -> coordinator:dirk (held)"));
}

TEST(ContactAbsent, who_stands_in_from_the_opening_on_got_the_referral_and_gets_it_once) {
    RuleSet rules = contact_away("2026-11-24", "2026-11-24");
    for (Rule& rule : rules.routing) rule.refer->mode = Mode::immediately;
    World world(rules, "2026-11-23 18:00");
    world.submits();
    world.at("2026-11-24 08:00");
    EXPECT_THAT(
        world.told("mail.queued referral"),
        ElementsAre("#1 mail.queued referral midden-brabant -> backup:midden-brabant (held)"));
}

TEST(ContactAbsent, an_absence_that_is_taken_back_and_announced_again_is_mailed_once) {
    World world;
    referred(world);
    world.at("2026-11-23 18:00").forget();
    world.reload(contact_away("2026-11-23", "2026-11-27"));
    world.reload(build::a_ruleset()).reload(contact_away("2026-11-23", "2026-11-27"));
    EXPECT_EQ(world.told("mail.queued referral").size(), 1U);
}

TEST(ContactAbsent, an_absent_backup_alone_changes_nothing) {
    World world(backup_away("2026-11-25", "2026-11-27", build::a_ruleset()));
    referred(world);
    world.forget().at("2026-11-25 08:00");
    EXPECT_THAT(world.told("mail.queued referral"), IsEmpty());
}

TEST(ContactAbsent, who_is_back_when_the_mail_is_read_stands_in_for_nobody) {
    World world(contact_away("2026-11-26", "2026-11-29",
                             backup_away("2026-11-28", "2026-11-29", build::a_ruleset())));
    referred(world);
    world.at("2026-11-26 12:00").forget();
    world.at("2026-11-28 12:00");  // a Saturday; the contact is back on Monday
    EXPECT_THAT(world.told("mail.queued referral"), IsEmpty());
}

TEST(ContactAbsent, it_is_mailed_once_also_across_restarts) {
    World world(contact_away("2026-11-25", "2026-11-27"));
    referred(world);
    world.at("2026-11-25 00:00").forget();
    world.down_until("2026-11-25 09:00").at("2026-11-26 09:00").down_until("2026-11-26 10:00");
    EXPECT_THAT(world.told("mail.queued referral"), IsEmpty());
}

TEST(ContactAbsent, an_absence_that_began_while_the_daemon_was_down_is_mailed_at_the_restart) {
    World world(contact_away("2026-11-24", "2026-11-27"));
    referred(world);
    world.forget().down_until("2026-11-24 09:00");
    EXPECT_EQ(world.told("mail.queued referral").size(), 1U);
}

TEST(ContactAbsent, an_absence_announced_on_its_own_day_is_mailed_at_the_reload) {
    World world(away("dirk", "2026-11-24", "2026-11-25"));
    referred(world);
    world.at("2026-11-24 09:00").forget();  // the roster's work of this day is done
    world.reload(contact_away("2026-11-24", "2026-11-27"));
    EXPECT_THAT(world.told("mail.queued referral"),
                ElementsAre("#1 mail.queued referral midden-brabant -> backup:midden-brabant"));
    world.reload(contact_away("2026-11-24", "2026-11-30"));
    EXPECT_EQ(world.told("mail.queued referral").size(), 1U) << "it only lasts longer";
}

TEST(ContactAbsent, the_next_absence_is_mailed_anew) {
    World world(contact_away("2026-11-27", "2026-11-27", contact_away("2026-11-24", "2026-11-25")));
    referred(world);
    world.at("2026-11-24 00:00").at("2026-11-26 12:00").forget();
    world.at("2026-11-27 00:00");
    EXPECT_EQ(world.told("mail.queued referral").size(), 1U);
}

}  // namespace
}  // namespace werktdoord
