#include "codec/case_base_json.hpp"

#include <boost/json/value_from.hpp>

#include "base/listed.hpp"
#include "codec/csv.hpp"

namespace werktdoord {
namespace {

namespace json = boost::json;

void put_text(json::object& object, std::string_view name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}

std::vector<std::string> region_texts(const SolvedCase& solved) {
    std::vector<std::string> regions;
    for (const RegionKey& region : solved.regions) regions.push_back(region.text());
    return regions;
}

// https://owasp.org/www-community/attacks/CSV_Injection
bool looks_like_a_formula(const std::string& text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string::npos;
}

std::string cell(std::string text) {
    if (looks_like_a_formula(text)) text.insert(0, 1, '\'');
    return csv_field(text);
}

std::string csv_line(const std::vector<std::string>& cells) {
    return joined(cells, ",", cell) + "\r\n";
}

}  // namespace

json::object case_object(const SolvedCase& solved) {
    json::object object{{"request", solved.request.text()},
                        {"closedAt", to_rfc3339(solved.closed_at)},
                        {"kind", name_of(solved.kind)}};
    put_text(object, "sector", solved.sector);
    put_text(object, "occupation", solved.occupation);
    put_text(object, "employerSize", solved.size);
    object["headcount"] = solved.headcount;
    object["placed"] = solved.placed;
    object["outcome"] = solved.outcome;
    put_text(object, "form", solved.form);
    object["days"] = solved.days;
    object["regions"] = json::value_from(region_texts(solved));
    object["themes"] = json::value_from(solved.themes);
    put_text(object, "story", solved.story);
    return object;
}

json::array similar_cases_json(const std::vector<SimilarCase>& similar) {
    json::array array;
    for (const SimilarCase& one : similar) {
        json::object object = case_object(one.solved);
        object["why"] = json::value_from(one.why);
        array.push_back(std::move(object));
    }
    return array;
}

std::string cases_csv_header() {
    return csv_line({"request", "closedAt", "kind", "sector", "occupation", "employerSize",
                     "headcount", "placed", "outcome", "form", "days", "regions", "themes",
                     "story"});
}

std::string case_csv_line(const SolvedCase& solved) {
    return csv_line({solved.request.text(), to_rfc3339(solved.closed_at),
                     std::string(name_of(solved.kind)), solved.sector, solved.occupation,
                     solved.size, std::to_string(solved.headcount), std::to_string(solved.placed),
                     solved.outcome, solved.form, std::to_string(solved.days),
                     joined(region_texts(solved), " "), joined(solved.themes, " "), solved.story});
}

}  // namespace werktdoord
