// Who gets a digest on a day: one per address, absent people's to who stands in.
#include "core/digest_plan.hpp"

#include <gtest/gtest.h>

#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::brabant;
using build::day;
using build::twente;

const RegionKey drenthe("drenthe");

// Three regions: drenthe, midden-brabant, twente.
RuleSet three_regions() {
    RuleSet rules = build::a_ruleset();
    rules.regions.clear();
    for (const RegionKey& key : {drenthe, brabant, twente})
        rules.regions.emplace(key, build::a_region(key.text(), key.text()));
    return rules;
}

Absence all_year() {
    return {day("2026-01-01"), day("2026-12-31")};
}

// "regional_contact drenthe contact@drenthe.example: drenthe twente"
std::vector<std::string> told(const RuleSet& rules, DigestKind kind,
                              const std::string& on = "2026-11-23") {
    std::vector<std::string> lines;
    for (const DigestPlan& plan : digest_plan(rules, kind, day(on))) {
        std::string line =
            std::string(name_of(plan.to.role)) + " " + plan.to.key + " " + plan.to.address + ":";
        for (const RegionKey& region : plan.regions) line += " " + region.text();
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(DigestPlan, each_contact_gets_one_of_its_region_in_the_order_of_keys) {
    EXPECT_EQ(
        told(three_regions(), DigestKind::regional_contact),
        (Lines{"regional_contact drenthe contact@drenthe.example: drenthe",
               "regional_contact midden-brabant contact@midden-brabant.example: midden-brabant",
               "regional_contact twente contact@twente.example: twente"}));
}

TEST(DigestPlan, an_address_of_several_regions_gets_one_over_all_of_them) {
    RuleSet rules = three_regions();
    rules.regions.at(twente).contact.email = "Contact@Drenthe.example";
    EXPECT_EQ(
        told(rules, DigestKind::regional_contact),
        (Lines{"regional_contact drenthe contact@drenthe.example: drenthe twente",
               "regional_contact midden-brabant contact@midden-brabant.example: midden-brabant"}));
}

TEST(DigestPlan, an_absent_contacts_goes_to_the_backup_instead_on_those_days_only) {
    RuleSet rules = three_regions();
    rules.regions.erase(brabant);
    rules.regions.at(twente).contact.absent = {{day("2026-11-23"), day("2026-11-24")}};
    rules.regions.at(twente).backup->email = "contact@drenthe.example";
    const Lines stood_in{"regional_contact drenthe contact@drenthe.example: drenthe twente"};
    const Lines alone{"regional_contact drenthe contact@drenthe.example: drenthe",
                      "regional_contact twente contact@twente.example: twente"};
    EXPECT_EQ(told(rules, DigestKind::regional_contact, "2026-11-22"), alone);
    EXPECT_EQ(told(rules, DigestKind::regional_contact, "2026-11-23"), stood_in);
    EXPECT_EQ(told(rules, DigestKind::regional_contact, "2026-11-24"), stood_in);
    EXPECT_EQ(told(rules, DigestKind::regional_contact, "2026-11-25"), alone);
}

TEST(DigestPlan, with_contact_and_backup_absent_the_coordinator_gets_it_too) {
    RuleSet rules = three_regions();
    for (const RegionKey& key : {drenthe, twente}) {
        rules.regions.at(key).contact.absent = {all_year()};
        rules.regions.at(key).backup->absent = {all_year()};
    }
    EXPECT_EQ(
        told(rules, DigestKind::regional_contact),
        (Lines{"backup drenthe achtervang@drenthe.example: drenthe",
               "coordinator dirk dirk@team.example: drenthe twente",
               "regional_contact midden-brabant contact@midden-brabant.example: midden-brabant",
               "backup twente achtervang@twente.example: twente"}));
}

TEST(DigestPlan, the_teams_goes_to_each_member_present_that_day) {
    RuleSet rules = three_regions();
    rules.roster.absent = {{MemberKey("bram"), all_year()}};
    EXPECT_EQ(told(rules, DigestKind::team),
              (Lines{"team anna anna@team.example:", "team chris chris@team.example:",
                     "team dirk dirk@team.example:"}));
}

TEST(DigestPlan, members_with_one_address_get_one) {
    RuleSet rules = three_regions();
    for (auto& [key, member] : rules.roster.team) member.email = "team@nlwerktdoor.example";
    EXPECT_EQ(told(rules, DigestKind::team), (Lines{"team anna team@nlwerktdoor.example:"}));
}

TEST(DigestPlan, the_coordinator_gets_the_teams_when_nobody_is_present) {
    RuleSet rules = three_regions();
    for (const auto& [key, member] : rules.roster.team)
        rules.roster.absent.push_back({key, all_year()});
    EXPECT_EQ(told(rules, DigestKind::team), (Lines{"team dirk dirk@team.example:"}));
}

}  // namespace
}  // namespace werktdoord
