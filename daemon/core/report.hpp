// The report: volumes, outcomes and response times of the requests received in a period (L2, L7).
// Pure: it gets rows one by one and keeps sums, so that its memory does not grow with them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/zone.hpp"
#include "core/report_mask.hpp"
#include "core/report_rows.hpp"
#include "core/report_times.hpp"

namespace werktdoord {

// Local days, both inclusive.
struct ReportPeriod {
    LocalDay from;
    LocalDay until;
};

// From the start of the first day to the end of the last: [begin, end).
struct ReportSpan {
    Instant begin;
    Instant end;
};
ReportSpan span_of(const ReportPeriod& period, const Zone& zone);

// Who has to act while a clock runs: the team (take_up, assess, decide, follow_up), the regional
// contact (forward, feedback, report_back), the WSP (wsp_response).
enum class Hop { team, contact, wsp };
Hop hop_of(ClockName clock);

// "2026-W53": the ISO week of a day.
std::string week_of(LocalDay day);

struct VolumeRow {
    std::string key;  // a week, a division of SBI, a theme, a region; empty: in all
    Kind kind = Kind::demand;
    Figure requests;
    Figure people;  // asked for, or offered
    Figure placed;  // of these, so far
};

struct OutcomeRow {
    RegionKey region;  // empty: in all
    Kind kind = Kind::demand;
    std::string outcome;  // of request.closed, or "open"
    Figure requests;
    Figure placed;
};

struct TimesRow {
    std::optional<Hop> hop;
    std::optional<ClockName> clock;
    RegionKey region;  // empty: over all, and clocks of the request as a whole
    ResponseTimes times;
};

// Answers of WSPs on record, and those of which the employer said whether there was one.
struct HeardRow {
    RegionKey region;  // empty: in all
    std::int64_t answers = 0;
    std::int64_t heard = 0;
    std::int64_t not_heard = 0;
};

// Every list is in the order of its keys. By sector, theme and region figures are masked; a request
// stands in each of its regions and themes.
struct ReportFigures {
    ReportPeriod period;
    Instant as_of;  // open clocks are judged at this instant
    std::string zone;
    std::int64_t received = 0;
    std::int64_t rejected = 0;
    std::vector<VolumeRow> totals, weeks, sectors, themes, regions;
    std::vector<OutcomeRow> outcomes, region_outcomes;
    ResponseTimes promises;  // of all clocks
    std::vector<TimesRow> hop_times, clock_times, region_times, region_clock_times;
    HeardRow heard;
    std::vector<HeardRow> region_heard;
};

class Report {
public:
    Report(const ReportPeriod& period, const Zone& zone, Instant now);

    // A request that was received in the period; in any order, quickest by time.
    void add(const ReportRequest& request);
    // Submissions of the period that were no requests.
    void add_rejected(std::int64_t count) { rejected_ += count; }

    ReportFigures figures() const;

private:
    struct Sums {
        std::int64_t requests = 0;
        std::int64_t people = 0;
        std::int64_t placed = 0;
    };
    using ByKind = std::array<Sums, Names<Kind>::table.size()>;
    using ByOutcome = std::map<std::string, ByKind>;
    using ByClock = std::array<ResponseTimes, Names<ClockName>::table.size()>;
    struct OfRegion {
        ByKind volume;
        ByOutcome outcomes;
        HeardRow heard;
    };
    using Volumes = std::unordered_map<std::string, ByKind>;

    const std::string& week_at(Instant instant);
    static void count(ByKind& sums, const ReportRequest& request);
    static std::vector<VolumeRow> rows_of(const Volumes& volumes);
    void add_outcomes(ReportFigures& figures) const;
    void add_times(ReportFigures& figures) const;

    ReportPeriod period_;
    Zone zone_;
    Instant now_;
    std::int64_t received_ = 0;
    std::int64_t rejected_ = 0;
    ByKind total_{};
    ByOutcome outcomes_;
    HeardRow heard_;
    Volumes weeks_, sectors_, themes_;
    std::unordered_map<RegionKey, OfRegion> regions_;
    std::unordered_map<RegionKey, ByClock> times_;
    // The day whose week was asked for last.
    Instant day_begin_, day_end_;
    std::string week_;
};

// Masks the rows of one kind of grouping, column by column; called by figures().
void mask_volumes(std::vector<VolumeRow>& rows);
// Masks outcomes by region, along each region and each outcome; `regions`: the volumes as masked.
void mask_outcomes(std::vector<OutcomeRow>& rows, const std::vector<VolumeRow>& regions);

template <>
struct Names<Hop> {
    static constexpr std::array<std::pair<Hop, std::string_view>, 3> table{
        {{Hop::team, "team"}, {Hop::contact, "contact"}, {Hop::wsp, "wsp"}}};
};

}  // namespace werktdoord
