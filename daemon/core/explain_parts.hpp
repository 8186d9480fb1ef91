// The parts of what is told to a person about where a request goes: Dutch lines. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/listed.hpp"
#include "core/routing_walk.hpp"

namespace werktdoord {

using Lines = std::vector<std::string>;

template <class Items, class Text>
std::string listed_or_geen(const Items& items, Text text) {
    return listed(items, "geen", text);
}

// The regions it goes to: by which rule, its sites, who receives it there and which WSPs.
// `later`: when the request is routed anew nothing is sent on by itself.
void explain_regions(Lines& lines, const Walk& walk, const RuleSet& rules, Instant now,
                     Occasion occasion);

// Who of the team owns it, by the roster.
void explain_owner(Lines& lines, const RuleSet& rules, Instant now);

// The policy and its clocks; at registration those that start then, counted out from `now`.
void explain_policy(Lines& lines, const Walk& walk, const RuleSet& rules, Instant now,
                    Occasion occasion);

}  // namespace werktdoord
