// What `check` finds where there is a store to look at: rules that may be right, but not for it.
#pragma once

#include "codec/config.hpp"
#include "codec/rules.hpp"

namespace werktdoord {

// An error for each region and WSP with open work that the rules lack, as a start and a reload
// refuse them (contract section 3, roster.yaml). A warning for the running clocks that the calendar
// moves: how many, and the first of them (section 6). Nothing where there is no store; one that
// cannot be read is told on stderr. REQUIRES: `read.rules`.
Findings check_store(const Config& config, const RulesRead& read, Instant now);

}  // namespace werktdoord
