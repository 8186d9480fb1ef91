// Which open work other rules would leave nobody to do. Pure.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/ruleset.hpp"

namespace werktdoord {

// Regions with an open referral (no WSP), and WSPs that one was forwarded to; each once.
using OpenWork = std::vector<std::pair<RegionKey, std::optional<WspKey>>>;

// The part of it whose region or WSP the rules lack: with it they do not come into force (contract
// section 3, roster.yaml). In its order.
OpenWork lost_work(const OpenWork& open, const RuleSet& rules);

// "WSP wsp-tilburg of region midden-brabant has open work and cannot be removed"
std::string lost_work_text(const OpenWork::value_type& lost);

}  // namespace werktdoord
