// What a stored case has otherwise than its journal tells. Pure.
#pragma once

#include "base/result.hpp"
#include "core/case.hpp"

namespace werktdoord {

// Each difference with its place: `owner`, `referral 1 state`, `clock 3 due`. `told` was built from
// the journal by evolve; `data_known`: with all that was sent in. Not compared is what the journal
// does not tell: what the policy of a clock said, when its next alert comes, the sites and WSPs of
// a proposal, possible duplicates. What may be personal is named, not told.
Problems case_differences(const Case& stored, const Case& told, bool data_known);

}  // namespace werktdoord
