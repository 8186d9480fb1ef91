#include "core/standing_in.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/build.hpp"
#include "core/digest_facts.hpp"

namespace werktdoord {
namespace {

using namespace build;

enum class Backup { present, absent, lacking };

struct AbsenceRow {
    const char* sentence;
    bool contact_absent;
    Backup backup;
    std::vector<std::string> mail;
    std::vector<std::string> alert;
};

const LocalDay the_day = day("2026-11-23");

Region a_region_with(bool contact_absent, Backup backup) {
    Region region = a_region("twente", "Twente");
    if (contact_absent) region.contact.absent = {{the_day, the_day}};
    if (backup == Backup::absent) region.backup->absent = {{the_day, the_day}};
    if (backup == Backup::lacking) region.backup.reset();
    return region;
}

std::vector<std::string> roles_of(const std::vector<Recipient>& receivers) {
    std::vector<std::string> roles;
    for (const Recipient& receiver : receivers)
        roles.push_back(std::string(name_of(receiver.role)) + " " + receiver.key);
    return roles;
}

const std::string to_contact = "regional_contact twente";
const std::string to_backup = "backup twente";
const std::string to_coordinator = "coordinator dirk";

TEST(StandingIn, every_mail_to_an_absent_contact_goes_to_the_backup) {
    for (const AbsenceRow& row : std::vector<AbsenceRow>{
             {"all present", false, Backup::present, {to_contact}, {to_contact}},
             {"only the backup absent", false, Backup::absent, {to_contact}, {to_contact}},
             {"no backup needed", false, Backup::lacking, {to_contact}, {to_contact}},
             {"contact absent", true, Backup::present, {to_backup}, {to_contact, to_backup}},
             {"both absent: to the coordinator too",
              true,
              Backup::absent,
              {to_backup, to_coordinator},
              {to_contact, to_backup, to_coordinator}},
             {"no backup",
              true,
              Backup::lacking,
              {to_coordinator},
              {to_contact, to_coordinator}}}) {
        const Region region = a_region_with(row.contact_absent, row.backup);
        EXPECT_EQ(roles_of(receivers_of_contact(region, a_roster(), the_day)), row.mail)
            << row.sentence;
        EXPECT_EQ(roles_of(receivers_of_alert(region, a_roster(), the_day)), row.alert)
            << row.sentence;
    }
}

// The team's digest, beside the mails and pages that name who is there.
TEST(StandingIn, who_must_act_is_who_stands_in_for_an_absent_contact) {
    const RegionKey twente("twente");
    const Instant morning = at("2026-11-23T08:15:00+01:00");
    Clock clock;
    clock.name = ClockName::forward;
    clock.region = twente;
    RuleSet rules = a_ruleset();
    const auto who = [&](bool contact_absent, Backup backup, Instant now) {
        rules.regions.at(twente) = a_region_with(contact_absent, backup);
        return who_must_act(&clock, MemberKey("anna"), rules, now);
    };
    EXPECT_EQ(who(false, Backup::present, morning), "Regiocontact Twente");
    EXPECT_EQ(who(true, Backup::present, morning), "Achtervang Twente");
    EXPECT_EQ(who(true, Backup::present, at("2026-11-24T08:15:00+01:00")), "Regiocontact Twente");
    const auto& coordinator = rules.roster.team.at(rules.roster.coordinator);
    EXPECT_EQ(who(true, Backup::absent, morning), coordinator.name);
}

TEST(StandingIn, the_day_after_an_absence_the_contact_receives_again) {
    const Region region = a_region_with(true, Backup::present);
    EXPECT_EQ(roles_of(receivers_of_contact(region, a_roster(), day("2026-11-24"))),
              std::vector<std::string>{to_contact});
}

// The first and the last minute of an absence, on the days on which the clock changes too.
TEST(StandingIn, an_absence_lasts_from_local_midnight_to_local_midnight) {
    const Zone zone = amsterdam();
    for (const auto& [instant, away] : std::vector<std::pair<const char*, bool>>{
             {"2026-10-24T21:59:59Z", false},  // Saturday 23:59, summer time
             {"2026-10-24T22:00:00Z", true},   // Sunday 00:00, summer time
             {"2026-10-25T22:59:59Z", true},   // Sunday 23:59, winter time
             {"2026-10-25T23:00:00Z", false},  // Monday 00:00
             {"2027-03-27T22:59:59Z", false},
             {"2027-03-27T23:00:00Z", true},  // Sunday 00:00, winter time
             {"2027-03-28T21:59:59Z", true},  // Sunday 23:59, summer time
             {"2027-03-28T22:00:00Z", false}}) {
        Region region = a_region("twente", "Twente");
        region.contact.absent = {{day("2026-10-25"), day("2026-10-25")},
                                 {day("2027-03-28"), day("2027-03-28")}};
        const LocalDay local = zone.day_of(at(instant));
        EXPECT_EQ(roles_of(receivers_of_contact(region, a_roster(), local)),
                  std::vector<std::string>{away ? to_backup : to_contact})
            << instant;
    }
}

TEST(StandingIn, names_and_addresses_are_those_of_who_receives) {
    const Region region = a_region_with(true, Backup::absent);
    const auto receivers = receivers_of_contact(region, a_roster(), the_day);
    ASSERT_EQ(receivers.size(), 2U);
    EXPECT_EQ(receivers[0].name, "Achtervang Twente");
    EXPECT_EQ(receivers[0].address, "achtervang@twente.example");
    EXPECT_EQ(receivers[1].address, "dirk@team.example");
}

TEST(StandingIn, one_mail_per_address) {
    Region region = a_region_with(true, Backup::absent);
    region.backup->email = "Dirk@Team.example";
    EXPECT_EQ(roles_of(receivers_of_contact(region, a_roster(), the_day)),
              std::vector<std::string>{to_backup});
    region.backup->email = region.contact.email;
    EXPECT_EQ(roles_of(receivers_of_alert(region, a_roster(), the_day)),
              (std::vector<std::string>{to_contact, to_coordinator}));
}

TEST(StandingIn, a_contact_that_is_its_own_backup_is_away_in_both_roles) {
    Region region = a_region_with(true, Backup::present);
    region.backup->email = region.contact.email;
    EXPECT_EQ(roles_of(receivers_of_contact(region, a_roster(), the_day)),
              (std::vector<std::string>{to_backup, to_coordinator}));
}

TEST(StandingIn, nobody_left_is_still_the_contact) {
    Roster roster = a_roster();
    roster.coordinator = MemberKey("left-the-team");
    EXPECT_EQ(roles_of(receivers_of_contact(a_region_with(true, Backup::lacking), roster, the_day)),
              std::vector<std::string>{to_contact});
}

}  // namespace
}  // namespace werktdoord
