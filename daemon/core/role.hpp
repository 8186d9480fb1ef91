// Who a message can go to (contract section 3, escalation).
#pragma once

#include <string>

#include "core/names.hpp"

namespace werktdoord {

enum class Role {
    employer,
    owner,
    duty_contact,
    team,
    coordinator,
    regional_contact,
    backup,
    wsp,
    wsp_manager,
    employers_association,
    pow_director
};

template <>
struct Names<Role> {
    static constexpr std::array<std::pair<Role, std::string_view>, 11> table{
        {{Role::employer, "employer"},
         {Role::owner, "owner"},
         {Role::duty_contact, "duty_contact"},
         {Role::team, "team"},
         {Role::coordinator, "coordinator"},
         {Role::regional_contact, "regional_contact"},
         {Role::backup, "backup"},
         {Role::wsp, "wsp"},
         {Role::wsp_manager, "wsp_manager"},
         {Role::employers_association, "employers_association"},
         {Role::pow_director, "pow_director"}}};
};

// Those of a region who are told of a request and are asked nothing (W8).
inline constexpr std::array informed_roles{Role::wsp_manager, Role::employers_association,
                                           Role::pow_director};

// A person or desk in a role: owner anna, wsp wsp-midden-brabant, employer NLWD-2026-000001.
// The address never enters the journal or the log.
struct Recipient {
    Role role = Role::owner;
    std::string key;
    std::string name;
    std::string address;
    friend bool operator==(const Recipient&, const Recipient&) = default;
};

}  // namespace werktdoord
