#include "core/report.hpp"

#include <algorithm>
#include <cstdio>

#include "core/countable.hpp"

namespace werktdoord {

namespace {

constexpr const char* still_open = "open";

std::size_t index_of(Kind kind) {
    return static_cast<std::size_t>(kind);
}

template <class Sums>
VolumeRow volume_row(const std::string& key, Kind kind, const Sums& sums) {
    return {key, kind, {sums.requests}, {sums.people}, {sums.placed}};
}

template <class Row, class KeyOf>
void sort_by(std::vector<Row>& rows, KeyOf key_of) {
    std::sort(rows.begin(), rows.end(),
              [&](const Row& one, const Row& other) { return key_of(one) < key_of(other); });
}

}  // namespace

ReportSpan span_of(const ReportPeriod& period, const Zone& zone) {
    return {zone.to_instant(period.from), zone.to_instant(period.until + std::chrono::days(1))};
}

Hop hop_of(ClockName clock) {
    switch (scope_of(clock)) {
        case ClockScope::referral:
            return Hop::contact;
        case ClockScope::wsp:
            return Hop::wsp;
        case ClockScope::request:
            break;
    }
    return Hop::team;
}

// A week belongs to the year of its Thursday.
std::string week_of(LocalDay day) {
    const int from_monday =
        static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;  // 0 to 6
    const LocalDay thursday = day + std::chrono::days(3 - from_monday);
    const std::chrono::year_month_day date(thursday);
    const LocalDay january{date.year() / std::chrono::January / 1};
    const int week = static_cast<int>((thursday - january).count() / 7) + 1;
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-W%02d", static_cast<int>(date.year()), week);
    return text.data();
}

Report::Report(const ReportPeriod& period, const Zone& zone, Instant now)
    : period_(period), zone_(zone), now_(std::chrono::floor<std::chrono::seconds>(now)) {}

const std::string& Report::week_at(Instant instant) {
    if (instant < day_begin_ || instant >= day_end_) {
        const LocalDay day = zone_.day_of(instant);
        day_begin_ = zone_.to_instant(day);
        day_end_ = zone_.to_instant(day + std::chrono::days(1));
        week_ = week_of(day);
    }
    return week_;
}

void Report::count(ByKind& sums, const ReportRequest& request) {
    Sums& sum = sums[index_of(request.kind)];
    ++sum.requests;
    sum.people += request.headcount;
    sum.placed += request.filled;
}

void Report::add(const ReportRequest& request) {
    ++received_;
    const std::string outcome = request.open ? still_open : request.outcome;
    count(total_, request);
    count(outcomes_[outcome], request);
    count(weeks_[week_at(request.registered_at)], request);
    count(sectors_[sector_division(request.sector)], request);
    for (const std::string& theme : countable_themes(request.themes))
        count(themes_[theme], request);
    for (const RegionKey& region : request.regions) {
        OfRegion& sums = regions_[region];
        count(sums.volume, request);
        count(sums.outcomes[outcome], request);
    }
    for (const Clock& clock : request.clocks)
        times_[clock.region.value_or(RegionKey())][static_cast<std::size_t>(clock.name)].add(clock,
                                                                                             now_);
    for (const ReportAnswer& answer : request.answers)
        for (HeardRow* row : {&heard_, &regions_[answer.region].heard}) {
            ++row->answers;
            row->heard += answer.heard == true ? 1 : 0;
            row->not_heard += answer.heard == false ? 1 : 0;
        }
}

std::vector<VolumeRow> Report::rows_of(const Volumes& volumes) {
    std::vector<VolumeRow> rows;
    for (const auto& [key, sums] : volumes)
        for (const auto& [kind, name] : Names<Kind>::table)
            if (sums[index_of(kind)].requests > 0)
                rows.push_back(volume_row(key, kind, sums[index_of(kind)]));
    sort_by(rows, [](const VolumeRow& row) { return std::tie(row.key, row.kind); });
    return rows;
}

void Report::add_outcomes(ReportFigures& figures) const {
    const auto add = [](std::vector<OutcomeRow>& rows, const RegionKey& region,
                        const ByOutcome& outcomes) {
        for (const auto& [outcome, sums] : outcomes)
            for (const auto& [kind, name] : Names<Kind>::table) {
                const Sums& sum = sums[index_of(kind)];
                if (sum.requests > 0)
                    rows.push_back({region, kind, outcome, {sum.requests}, {sum.placed}});
            }
        sort_by(rows,
                [](const OutcomeRow& row) { return std::tie(row.region, row.kind, row.outcome); });
    };
    add(figures.outcomes, RegionKey(), outcomes_);
    for (const auto& [region, sums] : regions_) add(figures.region_outcomes, region, sums.outcomes);
}

void Report::add_times(ReportFigures& figures) const {
    std::map<Hop, ResponseTimes> hops;
    std::map<ClockName, ResponseTimes> clocks;
    for (const auto& [region, by_clock] : times_) {
        ResponseTimes whole;
        for (const auto& [clock, name] : Names<ClockName>::table) {
            const ResponseTimes& times = by_clock[static_cast<std::size_t>(clock)];
            if (!times.any()) continue;
            for (ResponseTimes* sum :
                 {&figures.promises, &hops[hop_of(clock)], &clocks[clock], &whole})
                sum->add(times);
            if (!region.empty())
                figures.region_clock_times.push_back({hop_of(clock), clock, region, times});
        }
        if (!region.empty()) figures.region_times.push_back({{}, {}, region, whole});
    }
    for (const auto& [hop, times] : hops) figures.hop_times.push_back({hop, {}, {}, times});
    for (const auto& [clock, times] : clocks)
        figures.clock_times.push_back({hop_of(clock), clock, {}, times});
    const auto by_region = [](const TimesRow& row) { return std::tie(row.region, row.clock); };
    sort_by(figures.region_times, by_region);
    sort_by(figures.region_clock_times, by_region);
}

ReportFigures Report::figures() const {
    ReportFigures figures;
    figures.period = period_;
    figures.as_of = now_;
    figures.zone = zone_.name();
    figures.received = received_;
    figures.rejected = rejected_;
    figures.totals = rows_of({{"", total_}});
    figures.weeks = rows_of(weeks_);
    figures.sectors = rows_of(sectors_);
    figures.themes = rows_of(themes_);
    Volumes regions;
    for (const auto& [region, sums] : regions_) regions[region.text()] = sums.volume;
    figures.regions = rows_of(regions);
    for (auto* rows : {&figures.sectors, &figures.themes, &figures.regions}) mask_volumes(*rows);
    add_outcomes(figures);
    mask_outcomes(figures.region_outcomes, figures.regions);
    add_times(figures);
    figures.heard = heard_;
    for (const auto& [region, sums] : regions_) {
        if (sums.heard.answers == 0) continue;
        figures.region_heard.push_back(sums.heard);
        figures.region_heard.back().region = region;
    }
    sort_by(figures.region_heard, [](const HeardRow& row) { return row.region; });
    return figures;
}

}  // namespace werktdoord
