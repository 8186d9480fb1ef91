// Escalation: what falls due on a clock, and who is alerted (contract sections 3 and 6). Pure.
#pragma once

#include "core/progress.hpp"

namespace werktdoord {

// Works off everything that is due on the cases at `now`: missed before warned, by due instant,
// then request, then clock (contract section 6).
void fire_all_due(const std::vector<Case*>& cases, const RuleSet& rules, Instant now,
                  std::vector<Event>& out);

// Who a role stands for on this clock. A role that the region lacks is the team; never empty.
std::vector<Recipient> recipients_of(Role role, const Case& c, const Clock& clock,
                                     const RuleSet& rules, Instant now);

// Whose turn it is on a clock of a request that `owner` has (contract section 3): the owner, the
// WSP or the regional contact, with the key of the member, the WSP or the region.
struct ClockOwner {
    Role role;
    std::string key;
};
ClockOwner owner_of_clock(const Clock& clock, const MemberKey& owner);

}  // namespace werktdoord
