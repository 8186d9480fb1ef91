// Reports (contract section 5): the same figures as `werktdoord report --format json`.
#include "codec/report_period.hpp"
#include "codec/report_tables.hpp"
#include "engine/report_figures.hpp"
#include "net/api_context.hpp"
#include "net/list_page.hpp"

namespace werktdoord {
namespace {

std::optional<ReportPeriod> read_query(QueryReader& query) {
    const auto from = query.text("from");
    const auto until = query.text("until");
    if (!from) query.problem("from", "is required: the first day, such as 2026-01-01");
    if (!until) query.problem("until", "is required: the last day, such as 2026-12-31");
    if (!from || !until) return std::nullopt;
    const auto period = read_period(*from, *until);
    if (period) return *period;
    for (const Problem& problem : period.error()) query.problem(problem.where, problem.text);
    return std::nullopt;
}

void response_times(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    const auto period = read_query(query);
    const Problems problems = query.problems();
    if (!period || !problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond), [&context, period](StoreReader& reader) {
        return json_response(200, report_json(report_figures(
                                      reader, *period, context.gateway.rules()->calendar.zone(),
                                      context.time.now())));
    });
}

}  // namespace

std::vector<Endpoint> figures_endpoints(const ApiContext& context) {
    return {
        {"GET", "/v1/reports/response-times", [&context](HttpRequest request, HttpRespond respond) {
             response_times(context, request, std::move(respond));
         }}};
}

}  // namespace werktdoord
