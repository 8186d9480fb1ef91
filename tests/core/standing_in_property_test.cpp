// Whoever is away, somebody has the work: every table of absences resolves to someone who is there
// or to the coordinator, never to nobody (section 3, roster; W3, W6).
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/calendars.hpp"
#include "core/chance.hpp"
#include "core/fold.hpp"
#include "core/recipients.hpp"
#include "core/standing_in.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using namespace build;

const LocalDay first_day = day("2026-10-19");  // the clock goes back on the 25th
constexpr std::size_t days_tried = 21;

Absence an_absence(Chance& chance) {
    const LocalDay from = first_day + std::chrono::days(chance.below(days_tried));
    return {from, from + std::chrono::days(chance.below(9))};
}

// Members who are in the roster but not in the team, weeks with gaps, overrides, absent everybody.
Roster a_random_roster(Chance& chance) {
    static const std::vector<MemberKey> known{MemberKey("anna"), MemberKey("bram"),
                                              MemberKey("chris"), MemberKey("dirk"),
                                              MemberKey("left-the-team")};
    const auto any = [&] { return known[chance.below(known.size())]; };
    Roster roster = a_roster();
    roster.coordinator = known[chance.below(4)];
    for (auto& entry : roster.week)
        entry = chance.percent(20) ? std::nullopt : std::optional(any());
    for (std::size_t i = chance.below(6); i > 0; --i)
        roster.overrides[first_day + std::chrono::days(chance.below(days_tried))] = any();
    roster.stand_in.clear();
    for (std::size_t i = chance.below(4); i > 0; --i) roster.stand_in.push_back(any());
    for (std::size_t i = chance.below(9); i > 0; --i)
        roster.absent.push_back({any(), an_absence(chance)});
    return roster;
}

Region a_random_region(Chance& chance, const Roster& roster) {
    Region region = a_region("twente", "Twente");
    if (chance.percent(20)) region.backup.reset();
    const auto shared = roster.team.at(MemberKey("anna")).email;
    if (region.backup && chance.percent(10)) region.backup->email = region.contact.email;
    if (region.backup && chance.percent(10)) region.backup->email = shared;
    if (chance.percent(10)) region.contact.email = shared;
    for (std::size_t i = chance.below(4); i > 0; --i)
        region.contact.absent.push_back(an_absence(chance));
    for (std::size_t i = chance.below(4); i > 0 && region.backup; --i)
        region.backup->absent.push_back(an_absence(chance));
    return region;
}

Instant an_instant(Chance& chance) {
    return at("2026-10-19 00:00") + std::chrono::minutes(chance.below(days_tried * 24 * 60));
}

// Slowly, as the contract says it: the entry of the day, a stand-in, the coordinator.
MemberKey slow_on_duty(const Roster& roster, LocalDay day) {
    const auto there = [&](const MemberKey& member) {
        return roster.team.contains(member) && !roster.is_absent(member, day);
    };
    std::vector<MemberKey> chain;
    if (roster.overrides.contains(day))
        chain.push_back(roster.overrides.at(day));
    else if (const auto& entry = roster.week.at(std::chrono::weekday(day).iso_encoding() - 1U))
        chain.push_back(*entry);
    chain.insert(chain.end(), roster.stand_in.begin(), roster.stand_in.end());
    const auto found = std::find_if(chain.begin(), chain.end(), there);
    return found == chain.end() ? roster.coordinator : *found;
}

bool is_there(const Recipient& to, const Region& region, const Roster& roster, LocalDay day) {
    switch (to.role) {
        case Role::regional_contact:
            return !region.contact.is_absent(day);
        case Role::backup:
            return region.backup && !region.backup->is_absent(day);
        case Role::coordinator:
            return true;  // the end of every chain
        default:
            return !roster.is_absent(MemberKey(to.key), day);
    }
}

void expect_each_address_once(const std::vector<Recipient>& receivers) {
    std::set<std::string> addresses;
    for (const Recipient& to : receivers)
        EXPECT_TRUE(addresses.insert(fold(to.address)).second) << to.address << " twice";
}

void expect_someone(const std::vector<Recipient>& receivers, const Region& region,
                    const Roster& roster, LocalDay day) {
    bool someone = false;
    for (const Recipient& to : receivers) {
        // One address can stand for two people; then it is read by the one who is there.
        someone = someone || is_there(to, region, roster, day) ||
                  fold(to.address) == fold(roster.team.at(roster.coordinator).email);
        someone = someone || (region.backup && !region.backup->is_absent(day) &&
                              fold(to.address) == fold(region.backup->email));
    }
    EXPECT_TRUE(someone) << "nobody is there on " << to_string(day);
}

TEST(WhoeverIsAway, SomebodyIsOnDutyAndReceivesTheMail) {
    const WorkCalendar calendar(monday_to_friday(), amsterdam());
    for (unsigned seed = 1; seed <= 3000 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chance chance(seed);
        const Roster roster = a_random_roster(chance);
        const Region region = a_random_region(chance, roster);
        const Instant instant = an_instant(chance);

        const LocalDay duty = duty_day(calendar, instant);
        const MemberKey member = on_duty(roster, calendar, instant);
        EXPECT_EQ(member, slow_on_duty(roster, duty));
        EXPECT_TRUE(roster.team.contains(member));
        EXPECT_TRUE(member == roster.coordinator || !roster.is_absent(member, duty));

        const LocalDay today = calendar.zone().day_of(instant);
        for (const auto& receivers : {receivers_of_contact(region, roster, today),
                                      receivers_of_alert(region, roster, today)}) {
            expect_each_address_once(receivers);
            expect_someone(receivers, region, roster, today);
        }
    }
}

TEST(WhoeverIsAway, EveryAlertReachesSomebody) {
    for (unsigned seed = 1; seed <= 1000 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Chance chance(seed);
        RuleSet rules = a_ruleset();
        rules.roster = a_random_roster(chance);
        Region& region = rules.regions.at(RegionKey("twente"));
        region = a_random_region(chance, rules.roster);
        Case c;
        c.data = a_request();
        c.owner = std::next(rules.roster.team.begin(), static_cast<std::ptrdiff_t>(chance.below(4)))
                      ->first;
        Referral referral;
        referral.ordinal = 1;
        referral.region = region.key;
        c.referrals = {referral};
        const Instant now = an_instant(chance);
        const Instant read = held_until(rules.calendar, Role::owner, now).value_or(now);
        const LocalDay day = rules.calendar.zone().day_of(read);

        expect_someone(team_recipients(Role::owner, c, rules, now), region, rules.roster, day);
        for (const Role role : {Role::regional_contact, Role::backup}) {
            const auto to = region_alert_recipients(role, referral, {}, rules, now);
            if (!to.empty()) expect_someone(to, region, rules.roster, day);
        }
    }
}

}  // namespace
}  // namespace werktdoord
