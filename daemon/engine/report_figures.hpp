// The figures of a report out of a store.
#pragma once

#include "core/report.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What was received in the period, as it stands at `now`. Reads each of its requests once.
ReportFigures report_figures(StoreReader& reader, const ReportPeriod& period, const Zone& zone,
                             Instant now);

}  // namespace werktdoord
