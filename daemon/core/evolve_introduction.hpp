// What introductions make of a case: `request.introduced` and `request.followed_up` (W5). Pure.
#pragma once

#include <vector>

#include "core/case.hpp"
#include "core/event.hpp"

namespace werktdoord {

// What `request.followed_up` tells of, by place in Case::introductions: those still open, the last
// where none is; of those to one request where `with` names it. Empty: there is none.
std::vector<std::size_t> followed_up_by(const Case& c, const Event& event);

void evolve_introduction(Case& c, const Event& event);

}  // namespace werktdoord
