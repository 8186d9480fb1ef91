// Which figures of the report are masked together.

#include <map>

#include "core/report.hpp"

namespace werktdoord {

namespace {

using Shown = Figure::Shown;
using Line = std::vector<Figure*>;

Shown masked(const Figure& figure) {
    return figure.value < masked_below ? Shown::few : Shown::hidden;
}

// Of few requests nothing else is told.
void mask_with(const Figure& requests, Figure& other) {
    if (requests.shown == Shown::plain || other.value == 0) return;
    if (other.shown == Shown::plain) other.shown = masked(other);
}

// Along every line until none changes: what is hidden on one may give another away.
void mask_lines(const std::vector<Line>& lines) {
    for (bool again = true; again;) {
        again = false;
        for (const Line& line : lines) again = mask_line(line) || again;
    }
}

Shown shown_of(const std::vector<VolumeRow>& regions, const OutcomeRow& row) {
    for (const VolumeRow& region : regions)
        if (region.key == row.region.text() && region.kind == row.kind)
            return region.requests.shown;
    return Shown::plain;
}

// One figure of the rows: along each region, then along each outcome.
std::vector<Line> lines_of(std::vector<OutcomeRow>& rows, Figure OutcomeRow::*figure) {
    std::map<std::pair<std::string, Kind>, Line> along;
    std::map<std::pair<std::string, Kind>, Line> across;
    for (OutcomeRow& row : rows) {
        along[{row.region.text(), row.kind}].push_back(&(row.*figure));
        across[{row.outcome, row.kind}].push_back(&(row.*figure));
    }
    std::vector<Line> lines;
    for (auto* each : {&along, &across})
        for (auto& [key, line] : *each) lines.push_back(std::move(line));
    return lines;
}

}  // namespace

void mask_volumes(std::vector<VolumeRow>& rows) {
    std::map<Kind, Line> requests, people, placed;
    for (VolumeRow& row : rows) requests[row.kind].push_back(&row.requests);
    for (auto& [kind, line] : requests) mask_line(line);
    for (VolumeRow& row : rows) {
        mask_with(row.requests, row.people);
        mask_with(row.requests, row.placed);
        people[row.kind].push_back(&row.people);
        placed[row.kind].push_back(&row.placed);
    }
    for (auto* lines : {&people, &placed})
        for (auto& [kind, line] : *lines) mask_line(line);
}

void mask_outcomes(std::vector<OutcomeRow>& rows, const std::vector<VolumeRow>& regions) {
    for (OutcomeRow& row : rows)
        if (shown_of(regions, row) != Shown::plain) row.requests.shown = masked(row.requests);
    mask_lines(lines_of(rows, &OutcomeRow::requests));
    for (OutcomeRow& row : rows) mask_with(row.requests, row.placed);
    mask_lines(lines_of(rows, &OutcomeRow::placed));
}

}  // namespace werktdoord
