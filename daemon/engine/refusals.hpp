// Refusals that several commands give.
#pragma once

#include <optional>
#include <string>

#include "core/ruleset.hpp"
#include "engine/gateway.hpp"

namespace werktdoord {

// "there is no request NLWD-2026-000009".
inline Reply not_found(const std::string& named) {
    return refused(RefusalKind::not_found, {{"", "there is no " + named}});
}

// What is asked does not fit how things stand.
inline Reply unfit(const std::string& why) {
    return refused(RefusalKind::conflict, {{"", why}});
}

// To one who says to be `by`; nothing to a member of the team, and to one who says nothing.
inline std::optional<Reply> refused_to(const std::string& by, const RuleSet& rules) {
    if (by.empty() || rules.roster.team.contains(MemberKey(by))) return std::nullopt;
    return refused(RefusalKind::invalid, {{"/by", "nobody of the team has this key"}});
}

}  // namespace werktdoord
