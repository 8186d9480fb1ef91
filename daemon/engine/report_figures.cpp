#include "engine/report_figures.hpp"

namespace werktdoord {

ReportFigures report_figures(StoreReader& reader, const ReportPeriod& period, const Zone& zone,
                             Instant now) {
    Report report(period, zone, now);
    const ReportSpan span = span_of(period, zone);
    reader.report_rows(span.begin, span.end,
                       [&](const ReportRequest& request) { report.add(request); });
    report.add_rejected(reader.rejected_count(span.begin, span.end));
    return report.figures();
}

}  // namespace werktdoord
