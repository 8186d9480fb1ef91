#include "codec/report_tables.hpp"

namespace werktdoord {

namespace {

using Row = std::vector<ReportCell>;

ReportCell cell(const Figure& figure) {
    switch (figure.shown) {
        case Figure::Shown::few:
            return "<" + std::to_string(masked_below);
        case Figure::Shown::hidden:
            return std::string("hidden");
        case Figure::Shown::plain:
            break;
    }
    return figure.value;
}

ReportCell cell(std::optional<std::chrono::seconds> time) {
    if (!time) return {};
    return static_cast<std::int64_t>(time->count());
}

template <class Enum>
ReportCell word(Enum value) {
    return std::string(name_of(value));
}

template <class Rows, class MakeRow>
ReportTable table_of(const char* group, const char* name, std::vector<std::string> columns,
                     const Rows& rows, MakeRow make) {
    ReportTable table{group, name, std::move(columns), {}};
    for (const auto& row : rows) table.rows.push_back(make(row));
    return table;
}

ReportTable volumes(const char* name, const char* column, const std::vector<VolumeRow>& rows) {
    return table_of("volumes", name, {column, "kind", "requests", "people", "placed"}, rows,
                    [](const VolumeRow& row) {
                        return Row{row.key, word(row.kind), cell(row.requests), cell(row.people),
                                   cell(row.placed)};
                    });
}

ReportTable totals(const std::vector<VolumeRow>& rows) {
    return table_of(
        "volumes", "all", {"kind", "requests", "people", "placed"}, rows, [](const VolumeRow& row) {
            return Row{word(row.kind), cell(row.requests), cell(row.people), cell(row.placed)};
        });
}

ReportTable outcomes(const char* name, const std::vector<OutcomeRow>& rows, bool by_region) {
    std::vector<std::string> columns{"kind", "outcome", "requests", "placed"};
    if (by_region) columns.insert(columns.begin(), "region");
    return table_of("outcomes", name, std::move(columns), rows, [&](const OutcomeRow& row) {
        Row cells{word(row.kind), row.outcome, cell(row.requests), cell(row.placed)};
        if (by_region) cells.insert(cells.begin(), row.region.text());
        return cells;
    });
}

void add_times(Row& cells, const ResponseTimes& times) {
    for (ReportCell& each :
         Row{times.judged(), times.in_time(), times.judged() - times.in_time(),
             share_cell(times.permille_in_time()), cell(times.percentile(50)),
             cell(times.percentile(90)), cell(times.longest()), times.never(), times.open(),
             times.overdue(), cell(times.longest_open()), times.cancelled()})
        cells.push_back(std::move(each));
}

ReportTable times(const char* name, std::vector<std::string> columns,
                  const std::vector<TimesRow>& rows) {
    const std::vector<std::string> keys = columns;
    for (const char* column :
         {"count", "inTime", "late", "shareInTime", "p50Seconds", "p90Seconds", "maxSeconds",
          "never", "open", "overdue", "longestOpenSeconds", "cancelled"})
        columns.emplace_back(column);
    return table_of("responseTimes", name, std::move(columns), rows, [&](const TimesRow& row) {
        Row cells;
        for (const std::string& key : keys) {
            if (key == "region") cells.emplace_back(row.region.text());
            if (key == "hop") cells.push_back(word(*row.hop));
            if (key == "clock") cells.push_back(word(*row.clock));
        }
        add_times(cells, row.times);
        return cells;
    });
}

ReportTable heard_back(const char* name, const std::vector<HeardRow>& rows, bool by_region) {
    std::vector<std::string> columns{"answers", "heard", "notHeard"};
    if (by_region) columns.insert(columns.begin(), "region");
    return table_of("heardBack", name, std::move(columns), rows, [&](const HeardRow& row) {
        Row cells{row.answers, row.heard, row.not_heard};
        if (by_region) cells.insert(cells.begin(), row.region.text());
        return cells;
    });
}

}  // namespace

ReportCell share_cell(std::optional<int> permille) {
    if (!permille) return {};
    return *permille / 1000.0;
}

std::vector<ReportTable> report_tables(const ReportFigures& figures) {
    return {totals(figures.totals),
            volumes("byWeek", "week", figures.weeks),
            volumes("bySector", "sector", figures.sectors),
            volumes("byTheme", "theme", figures.themes),
            volumes("byRegion", "region", figures.regions),
            outcomes("all", figures.outcomes, false),
            outcomes("byRegion", figures.region_outcomes, true),
            times("all", {}, {{{}, {}, {}, figures.promises}}),
            times("byHop", {"hop"}, figures.hop_times),
            times("byClock", {"clock", "hop"}, figures.clock_times),
            times("byRegion", {"region"}, figures.region_times),
            times("byRegionAndClock", {"region", "clock", "hop"}, figures.region_clock_times),
            heard_back("all", {figures.heard}, false),
            heard_back("byRegion", figures.region_heard, true)};
}

}  // namespace werktdoord
