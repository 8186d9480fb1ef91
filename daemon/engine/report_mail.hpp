// The mail of the monthly report: what is kept of it while it waits, and what it says when it
// leaves.
#pragma once

#include "core/report.hpp"
#include "core/ruleset.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Kept in the outbox: the month alone, so that who writes does not have to read the whole month.
Facts kept_of_report(const ReportPeriod& month);

// The mail with the figures of its month as of when it was queued. Another mail, and a
// report that was queued with its figures, stays as it is.
OutboxMail with_report(StoreReader& store, OutboxMail mail, const RuleSet& rules);

}  // namespace werktdoord
