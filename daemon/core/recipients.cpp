#include "core/recipients.hpp"

#include <set>

#include "core/fold.hpp"
#include "core/standing_in.hpp"

namespace werktdoord {

namespace {

Recipient person_recipient(Role role, const RegionKey& region, const Person& person) {
    return Recipient{role, region.text(), person.name, person.email};
}

// When mail written now to anybody but an employer is read.
Instant reading_time(const RuleSet& rules, Instant now) {
    return held_until(rules.calendar, Role::regional_contact, now).value_or(now);
}

// An absent owner keeps what was taken up; who is on duty hears of its alerts too.
std::vector<Recipient> alerted_owner(const Case& c, const RuleSet& rules, Instant now) {
    std::vector<Recipient> found{owner_of(c, rules)};
    if (!rules.roster.is_absent(MemberKey(found.front().key), reading_day(rules, now)))
        return found;
    const MemberKey duty = on_duty(rules.roster, rules.calendar, reading_time(rules, now));
    if (duty.text() != found.front().key)
        found.push_back(member_recipient(Role::duty_contact, duty, rules));
    return found;
}

// An absent backup has nobody behind it but the coordinator.
std::vector<Recipient> alerted_backup(const Region& region, const RuleSet& rules, Instant now) {
    if (!region.backup) return {};
    std::vector<Recipient> found{person_recipient(Role::backup, region.key, *region.backup)};
    if (region.backup->is_absent(reading_day(rules, now))) found.push_back(coordinator_of(rules));
    return found;
}

std::vector<Recipient> alerted_wsps(const Referral& referral, const std::optional<WspKey>& wsp,
                                    const RuleSet& rules) {
    std::vector<Recipient> found;
    const auto add = [&](const WspKey& key) {
        if (auto recipient = wsp_recipient(referral.region, key, rules))
            found.push_back(std::move(*recipient));
    };
    if (wsp) {
        add(*wsp);
        return found;
    }
    for (const WspAsk& ask : referral.asks)
        if (!ask.withdrawn_at) add(ask.wsp);
    return found;
}

}  // namespace

LocalDay reading_day(const RuleSet& rules, Instant now) {
    return rules.calendar.zone().day_of(reading_time(rules, now));
}

bool is_team_role(Role role) {
    return role == Role::owner || role == Role::duty_contact || role == Role::team ||
           role == Role::coordinator;
}

Recipient employer_of(const Case& c) {
    return Recipient{Role::employer, c.number.text(), c.data.employer.contact.name,
                     c.data.employer.contact.email};
}

Recipient member_recipient(Role role, const MemberKey& member, const RuleSet& rules) {
    const TeamMember* person = rules.roster.find_member(member);
    if (person == nullptr) person = rules.roster.find_member(rules.roster.coordinator);
    return Recipient{role, person->key.text(), person->name, person->email};
}

Recipient coordinator_of(const RuleSet& rules) {
    return member_recipient(Role::coordinator, rules.roster.coordinator, rules);
}

Recipient owner_of(const Case& c, const RuleSet& rules) {
    return member_recipient(Role::owner, c.owner, rules);
}

std::vector<Recipient> team_recipients(Role role, const Case& c, const RuleSet& rules,
                                       Instant now) {
    switch (role) {
        case Role::owner:
            return alerted_owner(c, rules, now);
        case Role::duty_contact:
            return {member_recipient(role, on_duty(rules.roster, rules.calendar, now), rules)};
        case Role::coordinator:
            return {coordinator_of(rules)};
        default:
            return whole_team(rules);
    }
}

std::vector<Recipient> whole_team(const RuleSet& rules) {
    std::vector<Recipient> all;
    for (const auto& [key, member] : rules.roster.team)
        all.push_back(member_recipient(Role::team, key, rules));
    return all;
}

std::vector<Recipient> each_address_once(std::vector<Recipient> recipients) {
    std::set<std::string> addresses;
    std::vector<Recipient> once;
    for (Recipient& to : recipients)
        if (addresses.insert(fold(to.address)).second) once.push_back(std::move(to));
    return once;
}

std::vector<Recipient> contact_recipients(const RegionKey& region, const RuleSet& rules,
                                          Instant now) {
    const Region* found = find_region(rules.regions, region);
    if (found == nullptr) return {coordinator_of(rules)};
    return receivers_of_contact(*found, rules.roster, reading_day(rules, now));
}

std::optional<Recipient> wsp_recipient(const RegionKey& region, const WspKey& wsp,
                                       const RuleSet& rules) {
    const Wsp* known = find_wsp(rules.regions, region, wsp);
    if (known == nullptr) return std::nullopt;
    return Recipient{Role::wsp, known->key.text(), known->name, known->email};
}

std::optional<Recipient> inform_recipient(Role role, const RegionKey& region,
                                          const RuleSet& rules) {
    const Region* found = find_region(rules.regions, region);
    if (found == nullptr) return std::nullopt;
    const auto person = found->inform.find(role);
    if (person == found->inform.end()) return std::nullopt;
    return person_recipient(role, region, person->second);
}

std::optional<Recipient> known_now(const Recipient& to, const RegionKey& region,
                                   const RuleSet& rules) {
    if (is_team_role(to.role)) {
        const MemberKey member(to.key);
        if (!rules.roster.team.contains(member)) return std::nullopt;
        return member_recipient(to.role, member, rules);
    }
    if (to.role == Role::wsp) return wsp_recipient(region, WspKey(to.key), rules);
    const Region* known = find_region(rules.regions, region);
    if (known == nullptr) return std::nullopt;
    if (to.role == Role::regional_contact) return person_recipient(to.role, region, known->contact);
    if (to.role == Role::backup && known->backup)
        return person_recipient(to.role, region, *known->backup);
    return inform_recipient(to.role, region, rules);
}

bool is_still(const Recipient& to, const RegionKey& region, const RuleSet& rules) {
    const auto known = known_now(to, region, rules);
    return known && !to.address.empty() && known->address == to.address;
}

std::vector<Recipient> region_alert_recipients(Role role, const Referral& referral,
                                               const std::optional<WspKey>& wsp,
                                               const RuleSet& rules, Instant now) {
    if (role == Role::wsp) return alerted_wsps(referral, wsp, rules);
    const Region* region = find_region(rules.regions, referral.region);
    if (region == nullptr) return {};
    if (role == Role::regional_contact)
        return receivers_of_alert(*region, rules.roster, reading_day(rules, now));
    if (role == Role::backup) return alerted_backup(*region, rules, now);
    if (auto recipient = inform_recipient(role, region->key, rules)) return {*recipient};
    return {};
}

std::optional<Instant> held_until(const WorkCalendar& calendar, Role role, Instant now) {
    if (role == Role::employer || calendar.rules().notify == Notify::always) return std::nullopt;
    if (calendar.is_working_time(now)) return std::nullopt;
    return calendar.next_working_time(now);
}

}  // namespace werktdoord
