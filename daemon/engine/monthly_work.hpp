// The monthly report by mail: once a month, also after downtime.
#pragma once

#include "engine/recorder.hpp"

namespace werktdoord {

// At every start and reload: the first report is the next one, never one from before it was asked
// for.
void start_monthly_report(Store& store, const RuleSet& rules, Instant now);

// Queues the report of the month before, when its time has come; after downtime that of the last
// month only. REQUIRES: a transaction.
void work_monthly_report(Store& store, Recorder& recorder, const RuleSet& rules, Instant now);

// When there is something to do next; nothing without such a report.
std::optional<Instant> next_monthly_report(Store& store, const RuleSet& rules);

}  // namespace werktdoord
