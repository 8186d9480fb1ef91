// What introductions make of a case: `request.introduced` and `request.followed_up` (W5). Pure.
#pragma once

#include "core/case.hpp"
#include "core/event.hpp"

namespace werktdoord {

void evolve_introduction(Case& c, const Event& event);

}  // namespace werktdoord
