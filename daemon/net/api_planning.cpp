// Looking ahead: open clocks, regions and the roster (contract section 5).
#include "base/request_number.hpp"
#include "codec/json_write.hpp"
#include "codec/request_view.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/list_page.hpp"
#include "net/problem_response.hpp"
#include "net/query_reader.hpp"
#include "net/rules_view.hpp"

namespace werktdoord {
namespace {

// No clock runs so far; the store takes it as any other instant.
constexpr Instant end_of_time{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};

// A clock as the cursor of a list names it: "2026-11-24T09:12:00Z NLWD-2026-000001 3".
std::string clock_text(const DeadlineRow& row) {
    return to_rfc3339(row.clock.due) + " " + row.request.text() + " " +
           std::to_string(row.clock.id);
}

std::optional<ClockCursor> clock_of(const std::string& text) {
    const std::size_t first = text.find(' ');
    const std::size_t last = text.rfind(' ');
    if (first == text.npos || last == first) return std::nullopt;
    const auto due = parse_rfc3339(text.substr(0, first));
    const std::string number = text.substr(first + 1, last - first - 1);
    const auto id = seq_of(text.substr(last + 1));
    if (!due || !is_request_number(number) || !id) return std::nullopt;
    return ClockCursor{*due, RequestNumber(number), *id};
}

void deadlines(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    const Instant until = query.instant("until").value_or(end_of_time);
    const int limit = query.number("limit", page_limit_default, 1, page_limit_max);
    const ClockCursor after = read_cursor(query, clock_of).value_or(ClockCursor{});
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond), [after, until, limit](StoreReader& reader) {
        return list_page(reader.deadlines(after, until, limit + 1), limit, deadline_json,
                         clock_text);
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
