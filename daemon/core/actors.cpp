#include "core/actors.hpp"

#include "base/items.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

std::optional<Role> actor_of(const std::string& by, const Roster& roster) {
    if (roster.team.contains(MemberKey(by))) return Role::team;
    const auto role = find_name<Role>(by);
    return role && has(actors_outside, *role) ? role : std::nullopt;
}

bool may_record(Role role, EventName event) {
    switch (role) {
        case Role::regional_contact:
        case Role::backup:
            return (is_referral_event(event) && event != EventName::referral_heard_back) ||
                   event == EventName::request_note;
        case Role::wsp:
            return event == EventName::referral_wsp_responded;
        case Role::employer:
            return event == EventName::request_note || event == EventName::request_closed ||
                   event == EventName::referral_heard_back;
        default:
            return is_team_role(role);
    }
}

}  // namespace werktdoord
