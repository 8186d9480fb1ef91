// The case base (contract section 5, W12).
#include "base/request_number.hpp"
#include "codec/case_base_json.hpp"
#include "codec/json_write.hpp"
#include "core/match_keys.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/list_page.hpp"

namespace werktdoord {
namespace {

// Where a case stands in the list: when it was closed, and its number.
using Place = std::pair<Instant, RequestNumber>;

std::string to_text(const SolvedCase& solved) {
    return to_rfc3339(solved.closed_at) + " " + solved.request.text();
}

std::optional<Place> place_of(const std::string& text) {
    const std::size_t space = text.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const auto closed_at = parse_rfc3339(text.substr(0, space));
    const std::string number = text.substr(space + 1);
    if (!closed_at || !is_request_number(number)) return std::nullopt;
    return Place(*closed_at, RequestNumber(number));
}

CaseFilter read_case_filter(QueryReader& query) {
    CaseFilter filter;
    filter.sector = query.text("sector").value_or("");
    filter.region = query.text("region").value_or("");
    filter.theme = query.text("theme").value_or("");
    filter.words = query.text("q").value_or("");
    for (const auto& [key, text] :
         {std::pair("sector", &filter.sector), std::pair("region", &filter.region),
          std::pair("theme", &filter.theme), std::pair("q", &filter.words)})
        if (text->size() > search_text_max) query.problem(key, "is too long");
    if (!filter.sector.empty() && !is_sector_filter(filter.sector))
        query.problem("sector", no_sector_filter);
    filter.limit = query.number("limit", page_limit_default, 1, page_limit_max);
    filter.after = read_cursor(query, place_of);
    return filter;
}

HttpResponse cases_page(StoreReader& reader, CaseFilter filter) {
    const int limit = filter.limit++;
    return list_page(
        reader.solved_cases(filter), limit,
        [](const SolvedCase& solved) { return to_json(case_object(solved)); }, to_text);
}

void list_cases(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    CaseFilter filter = read_case_filter(query);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(
        context, std::move(respond),
        [filter = std::move(filter)](StoreReader& reader) { return cases_page(reader, filter); });
}

}  // namespace

std::vector<Endpoint> case_endpoints(const ApiContext& context) {
    return {{"GET", "/v1/cases", [&context](HttpRequest request, HttpRespond respond) {
                 list_cases(context, request, std::move(respond));
             }}};
}

}  // namespace werktdoord
