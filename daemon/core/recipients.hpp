// Recipients: the people and desks behind the roles of a case (contract sections 3 and 9). Pure.
#pragma once

#include <optional>
#include <vector>

#include "core/case.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

bool is_team_role(Role role);

Recipient employer_of(const Case& c);
Recipient owner_of(const Case& c, const RuleSet& rules);
Recipient coordinator_of(const RuleSet& rules);
Recipient member_recipient(Role role, const MemberKey& member, const RuleSet& rules);

// All members, by key.
std::vector<Recipient> whole_team(const RuleSet& rules);

// The first of those who share an address, in their order.
std::vector<Recipient> each_address_once(std::vector<Recipient> recipients);

// owner, duty_contact, team (all members) or coordinator.
std::vector<Recipient> team_recipients(Role role, const Case& c, const RuleSet& rules, Instant now);

// The local day on which mail that is sent at `now` is read: of the next opening where mail is held
// for the working hours. Absences count on that day.
LocalDay reading_day(const RuleSet& rules, Instant now);

// Who receives mail for the regional contact at `now`: the contact, or who stands in.
std::vector<Recipient> contact_recipients(const RegionKey& region, const RuleSet& rules,
                                          Instant now);

// The desk of a WSP; nothing once the rules no longer name it.
std::optional<Recipient> wsp_recipient(const RegionKey& region, const WspKey& wsp,
                                       const RuleSet& rules);

// wsp_manager, employers_association or pow_director of a region; nothing where it has none.
std::optional<Recipient> inform_recipient(Role role, const RegionKey& region, const RuleSet& rules);

// Who the rules have now in the role and under the key of `to`: a member, or the region's contact,
// backup, WSP or who is informed; nothing when they have none, and for an employer.
std::optional<Recipient> known_now(const Recipient& to, const RegionKey& region,
                                   const RuleSet& rules);

// Whether the rules still have this address in this role.
bool is_still(const Recipient& to, const RegionKey& region, const RuleSet& rules);

// Who an alert to a regional role reaches for this referral. `wsp`: the clock's own WSP; without
// it all that have the referral. Empty when the region lacks the role.
std::vector<Recipient> region_alert_recipients(Role role, const Referral& referral,
                                               const std::optional<WspKey>& wsp,
                                               const RuleSet& rules, Instant now);

// The instant mail to this role is held until (`notify: working_hours`); nothing: not held.
// Mail to employers is never held.
std::optional<Instant> held_until(const WorkCalendar& calendar, Role role, Instant now);

}  // namespace werktdoord
