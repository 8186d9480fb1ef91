#include <algorithm>

#include "base/items.hpp"
#include "codec/csv.hpp"
#include "codec/json_write.hpp"
#include "codec/report_tables.hpp"

namespace werktdoord {

namespace {

std::string cell_text(const ReportCell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* share = std::get_if<double>(&cell)) return to_json(*share);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    return {};
}

std::vector<std::string> columns_of(const std::vector<ReportTable>& tables) {
    std::vector<std::string> columns;
    for (const ReportTable& table : tables)
        for (const std::string& column : table.columns) add_once(columns, column);
    return columns;
}

}  // namespace

std::string report_csv(const ReportFigures& figures) {
    const std::vector<ReportTable> tables = report_tables(figures);
    const std::vector<std::string> columns = columns_of(tables);
    std::string out = "table";
    for (const std::string& column : columns) out += "," + column;
    out += "\r\n";
    for (const ReportTable& table : tables)
        for (const auto& row : table.rows) {
            out += csv_field(table.group + "." + table.name);
            for (const std::string& column : columns) {
                out += ',';
                const auto at = std::find(table.columns.begin(), table.columns.end(), column);
                if (at != table.columns.end())
                    out += csv_field(
                        cell_text(row[static_cast<std::size_t>(at - table.columns.begin())]));
            }
            out += "\r\n";
        }
    return out;
}

}  // namespace werktdoord
