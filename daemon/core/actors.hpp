// Who records events, and which (contract section 5). Pure.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/event_name.hpp"
#include "core/role.hpp"
#include "core/roster.hpp"

namespace werktdoord {

// Those whose role stands in `by`; of the team it is the member's key.
inline constexpr std::array actors_outside{Role::regional_contact, Role::backup, Role::wsp,
                                           Role::employer};

// Who the `by` of an event is; `team` for each of its members, nothing for who records none.
std::optional<Role> actor_of(const std::string& by, const Roster& roster);

bool may_record(Role role, EventName event);

}  // namespace werktdoord
