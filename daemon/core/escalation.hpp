// Escalation: what falls due on a clock, and who is alerted (contract sections 3 and 6). Pure.
#pragma once

#include "core/progress.hpp"

namespace werktdoord {

// Works off the one next thing of a clock that is due at or before `progress.now()`: its warning,
// its miss, or a further alert. Does nothing when nothing is due. `clock` is one of the case's.
void fire(Progress& progress, const Clock& clock);

// Works off everything that is due on the cases at `now`: missed before warned, by due instant,
// then request, then clock.
void fire_all_due(const std::vector<Case*>& cases, const RuleSet& rules, Instant now,
                  std::vector<Event>& out);

// The order in which things due at one instant are told (contract section 6).
struct DueOrder {
    int rank = 0;  // 0 missed, 1 warned, 2 a further alert
    Instant due;
    RequestNumber request;
    ClockName clock = ClockName::take_up;
    int referral = 0;
    std::optional<WspKey> wsp;
    friend auto operator<=>(const DueOrder&, const DueOrder&) = default;
};

// What `clock` has due at `now`; nothing when nothing is.
std::optional<DueOrder> due_order(const Case& c, const Clock& clock, Instant now);

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
