// Looking ahead: open clocks, regions and the roster (contract section 5).
#include "codec/json_write.hpp"
#include "codec/request_view.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/problem.hpp"
#include "net/query_reader.hpp"
#include "net/rules_view.hpp"

namespace werktdoord {
namespace {

// No clock runs so far; the store takes it as any other instant.
constexpr Instant end_of_time{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};

HttpResponse bad_query(const Problems& problems) {
    return problem_response(400, "The query is not right; see errors.", problems);
}

HttpResponse deadlines_until(StoreReader& reader, Instant until, int limit) {
    std::string body = "{\"items\":[";
    bool first = true;
    for (const DeadlineRow& row : reader.deadlines(until, limit)) {
        if (!first) body += ',';
        first = false;
        body += deadline_json(row);
    }
    return json_response(200, body + "]}");
}

void deadlines(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    const Instant until = query.instant("until").value_or(end_of_time);
    const int limit = query.number("limit", page_limit_default, 1, page_limit_max);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond), [until, limit](StoreReader& reader) {
        return deadlines_until(reader, until, limit);
    });
}

void regions(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const Problems problems = QueryReader(request.query).problems();
    if (!problems.empty()) return respond(bad_query(problems));
    respond(json_response(200, to_json(regions_view(context.gateway.rules()->regions))));
}

void roster(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const Problems problems = QueryReader(request.query).problems();
    if (!problems.empty()) return respond(bad_query(problems));
    const RulesPtr rules = context.gateway.rules();
    respond(json_response(
        200, to_json(roster_view(rules->roster, rules->calendar, context.time.now()))));
}

}  // namespace

std::vector<Endpoint> planning_endpoints(const ApiContext& context) {
    const auto bound = [&context](auto serve) {
        return [&context, serve](HttpRequest request, HttpRespond respond) {
            serve(context, request, std::move(respond));
        };
    };
    return {{"GET", "/v1/deadlines", bound(deadlines)},
            {"GET", "/v1/regions", bound(regions)},
            {"GET", "/v1/roster", bound(roster)}};
}

}  // namespace werktdoord
