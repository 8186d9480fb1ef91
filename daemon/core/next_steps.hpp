// What happens next, or what the reader can do now: a few Dutch sentences of a mail. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/progress.hpp"

namespace werktdoord {

// To an employer: what follows and by when (W2, W7, W9, W11). To those at work on the request: what
// the clock of the letter asks of them. Empty where there is nothing to say.
std::vector<std::string> next_steps(const Case& c, const RuleSet& rules, const Letter& letter);

}  // namespace werktdoord
