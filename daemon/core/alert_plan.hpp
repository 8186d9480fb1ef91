// The sends about a missed clock that fall due, also when its ladder changed meanwhile. Pure.
#pragma once

#include <vector>

#include "core/case.hpp"
#include "core/clock_times.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// The escalation of a clock; empty where the rules have none.
const std::vector<EscalationStep>& ladder_of(const RuleSet& rules, ClockName clock);

struct Passed {
    std::vector<AlertAt> last;  // the last sends at or before now: those of one instant
    int behind = 0;             // the sends of the ladder before these
    int count = 0;              // how many sends there were since the last one raised
    Instant next;               // the first one after now
};

// The sends that passed by `now`. The one that was promised comes at its stored instant.
Passed passed_sends(const RuleSet& rules, const Clock& clock, Instant now);

}  // namespace werktdoord
