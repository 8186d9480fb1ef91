// Matching a stored request, and telling of matches in the mails of the team.
#pragma once

#include <vector>

#include "core/partners.hpp"
#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// The open requests that could serve this one at `now`, best first. Empty for a closed one.
std::vector<Partner> find_partners(StoreReader& store, const Case& request, const RuleSet& rules,
                                   Instant now);

// The closed requests that went well and are most like this one, best first.
std::vector<SimilarCase> find_similar_cases(StoreReader& store, const Case& request,
                                            const RuleSet& rules);

// Adds to a mail that leaves at `now` what its kind tells of matches: `new_request` those of its
// request and the cases like it, `digest_team` the new good ones. Other kinds stay as they are.
void add_suggestions(OutboxMail& mail, StoreReader& store, const RuleSet& rules, Instant now);

}  // namespace werktdoord
