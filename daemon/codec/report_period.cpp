#include "codec/report_period.hpp"

namespace werktdoord {

Parsed<ReportPeriod> read_period(std::string_view from, std::string_view until) {
    Problems problems;
    ReportPeriod period;
    const auto read = [&](const char* name, std::string_view text, LocalDay& day) {
        const Result<LocalDay> found = parse_day(text);
        if (found)
            day = *found;
        else
            problems.push_back({name, "is no day; write it as 2026-11-23"});
    };
    read("from", from, period.from);
    read("until", until, period.until);
    if (!problems.empty()) return problems;
    if (period.until < period.from) return Problems{{"until", "lies before from; both days count"}};
    return period;
}

}  // namespace werktdoord
