// What happens next, or what the reader can do now: a few Dutch sentences of a mail. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/progress.hpp"

namespace werktdoord {

// To an employer: what follows and by when (W2, W7, W9, W11), with the times of the policy that the
// request falls under; a promise that this policy does not make is not given. To those at work on
// the request: what the clock of the letter asks of them; to the team of a promise that the region
// made: to ask its contact, which `contact` names. Empty where there is nothing to say.
std::vector<std::string> next_steps(const Case& c, const RuleSet& rules, const Letter& letter,
                                    const std::string& contact = {});

// Whether the letter is about a promise that its reader, a member of the team, cannot keep: only a
// note can be recorded. The coordinator can, who may stand in for the contact.
bool only_asks_around(const Letter& letter);

}  // namespace werktdoord
