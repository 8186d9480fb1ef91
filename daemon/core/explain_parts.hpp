// The parts of what is told to a person about where a request goes: Dutch lines. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/listed.hpp"
#include "core/routing_walk.hpp"

namespace werktdoord {

using Lines = std::vector<std::string>;

template <class Items, class Text>
std::string listed(const Items& items, Text text) {
    return listed(items, "geen", text);
}

// The regions it goes to: by which rule, its sites, who receives it there and which WSPs.
void explain_regions(Lines& lines, const Walk& walk, const RuleSet& rules, LocalDay today);

// Who of the team owns it, by the roster.
void explain_owner(Lines& lines, const RuleSet& rules, Instant now);

// The policy and its clocks; those that start at registration counted out from `now`.
void explain_policy(Lines& lines, const Walk& walk, const RuleSet& rules, Instant now);

}  // namespace werktdoord
