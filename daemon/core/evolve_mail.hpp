// What mail does to a case: when its status mail leaves, and whom its referrals were mailed to.
#pragma once

#include "core/case.hpp"
#include "core/event.hpp"

namespace werktdoord {

// Builds mail.queued or mail.joined into the case. Called by evolve() only.
void evolve_mail(Case& c, const Event& event);

}  // namespace werktdoord
