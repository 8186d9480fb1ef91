// The part of evolve that builds clock and alert events into the clocks of a case. Pure.
#pragma once

#include "core/case.hpp"
#include "core/event.hpp"

namespace werktdoord {

// REQUIRES: called from evolve only.
void evolve_clock(Case& c, const Event& event);

}  // namespace werktdoord
