// What a referral to one region is sent with: its sites, WSPs, and who may be informed. Pure.
#pragma once

#include "core/case.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// The rules' proposal for the region; for a region that the rules did not propose: the sites that
// lie in it, or all where none does, and the WSPs that cover them (contract section 3).
// REQUIRES: the region is one of the rules'.
Proposal proposal_for(const RegionKey& region, const Case& c, const RuleSet& rules);

// The WSPs that a forwarding goes to when it names none: those the referral was sent with that the
// rules still know; where they know none, what they propose now. Also those it was forwarded to.
std::vector<WspKey> proposed_wsps(const Case& c, const Referral& referral, const RuleSet& rules);

}  // namespace werktdoord
