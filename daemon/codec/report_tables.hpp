// A report as tables of plain cells with English names: what its JSON and its CSV are printed from.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/report.hpp"

namespace werktdoord {

// Nothing, a number, a share from 0 to 1, or a text. Of masked figures the text says so: "<5", or
// "hidden" for one that would give another away.
using ReportCell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct ReportTable {
    std::string group;  // "volumes"; empty: the table stands by itself
    std::string name;   // "byWeek"
    std::vector<std::string> columns;
    std::vector<std::vector<ReportCell>> rows;
};

std::vector<ReportTable> report_tables(const ReportFigures& figures);

// 0.875 of 875; nothing where nothing was judged.
ReportCell share_cell(std::optional<int> permille);

// One JSON object: the period, `asOf`, what was received, promises kept, and each table as a list
// of objects below its group.
std::string report_json(const ReportFigures& figures);

// RFC 4180 with one header: the table, then the columns of all of them; a row a line.
std::string report_csv(const ReportFigures& figures);

}  // namespace werktdoord
