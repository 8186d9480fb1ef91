#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "codec/json_write.hpp"
#include "codec/report_tables.hpp"

namespace werktdoord {

namespace {

namespace json = boost::json;

json::value value_of(const ReportCell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto* share = std::get_if<double>(&cell)) return *share;
    if (const auto* text = std::get_if<std::string>(&cell)) return json::string(*text);
    return nullptr;
}

json::array rows_of(const ReportTable& table) {
    json::array rows;
    for (const auto& row : table.rows) {
        json::object object;
        for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = value_of(row[i]);
        rows.push_back(std::move(object));
    }
    return rows;
}

}  // namespace

std::string report_json(const ReportFigures& figures) {
    json::object report{
        {"from", to_string(figures.period.from)},
        {"until", to_string(figures.period.until)},
        {"timeZone", figures.zone},
        {"asOf", to_rfc3339(figures.as_of)},
        {"maskedBelow", masked_below},
        {"received", {{"requests", figures.received}, {"rejected", figures.rejected}}},
        {"promises",
         {{"count", figures.promises.judged()},
          {"kept", figures.promises.in_time()},
          {"share", value_of(share_cell(figures.promises.permille_in_time()))}}}};
    for (const ReportTable& table : report_tables(figures)) {
        json::value& group = report[table.group];
        if (!group.is_object()) group = json::object();
        group.get_object()[table.name] = rows_of(table);
    }
    return to_json(report);
}

}  // namespace werktdoord
