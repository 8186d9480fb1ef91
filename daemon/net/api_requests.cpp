// Looking at requests: the list, one, and its journal (contract section 5).
#include "base/request_number.hpp"
#include "codec/case_base_json.hpp"
#include "codec/json_write.hpp"
#include "codec/partner_json.hpp"
#include "codec/request_view.hpp"
#include "engine/partner_work.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/list_page.hpp"
#include "net/problem_response.hpp"
#include "net/query_reader.hpp"

namespace werktdoord {
namespace {

enum class ClockFilter { missed, warned };

}  // namespace

template <>
struct Names<ClockFilter> {
    static constexpr std::array<std::pair<ClockFilter, std::string_view>, 2> table{
        {{ClockFilter::missed, "missed"}, {ClockFilter::warned, "warned"}}};
};

namespace {

std::optional<RequestNumber> number_of(const std::string& text) {
    return is_request_number(text) ? std::optional(RequestNumber(text)) : std::nullopt;
}

RequestFilter read_request_filter(QueryReader& query) {
    RequestFilter filter;
    filter.state = query.name<State>("state");
    filter.kind = query.name<Kind>("kind");
    if (const auto region = query.text("region")) filter.region = RegionKey(*region);
    if (const auto owner = query.text("owner")) filter.owner = MemberKey(*owner);
    if (const auto clock = query.name<ClockFilter>("clock")) filter.clock = name_of(*clock);
    filter.q = query.text("q").value_or("");
    if (filter.q.size() > search_text_max) query.problem("q", "is too long");
    filter.limit = query.number("limit", page_limit_default, 1, page_limit_max);
    filter.after = read_cursor(query, number_of);
    return filter;
}

HttpResponse requests_page(StoreReader& reader, RequestFilter filter) {
    const int limit = filter.limit++;
    return list_page(reader.requests(filter), limit, request_row_json,
                     [](const RequestRow& last) { return last.number.text(); });
}

void list_requests(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    RequestFilter filter = read_request_filter(query);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond),
                      [filter = std::move(filter)](StoreReader& reader) {
                          return requests_page(reader, filter);
                      });
}

// A request as it is, with what is looked for when somebody asks.
std::string with_suggestions(StoreReader& reader, const Case& request, const RuleSet& rules,
                             Instant now) {
    std::string json = request_json(request, rules);
    json.pop_back();
    json += ",\"matches\":" + to_json(partners_json(find_partners(reader, request, rules, now)));
    json += ",\"similarCases\":" +
            to_json(similar_cases_json(find_similar_cases(reader, request, rules)));
    return json + "}";
}

void show(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const std::string& number = request.captured.front();
    if (!is_request_number(number)) return respond(no_such_request());
    const Problems problems = QueryReader(request.query).problems();
    if (!problems.empty()) return respond(bad_query(problems));
    auto look = [rules = context.gateway.rules(), number,
                 now = context.time.now()](StoreReader& reader) {
        const auto found = reader.load(RequestNumber(number));
        if (!found) return no_such_request();
        return json_response(200, with_suggestions(reader, *found, *rules, now));
    };
    answer_from_store(context, std::move(respond), std::move(look));
}

struct JournalPage {
    RequestNumber number;
    std::int64_t since = 0;
    int limit = 0;
};

HttpResponse journal_page(StoreReader& reader, const JournalPage& page) {
    if (!reader.load(page.number)) return no_such_request();
    return list_page(
        reader.journal(page.since, page.limit + 1, page.number), page.limit,
        [](const JournalLine& line) { return line.line; },
        [](const JournalLine& last) { return std::to_string(last.seq); });
}

void journal(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const std::string& number = request.captured.front();
    if (!is_request_number(number)) return respond(no_such_request());
    QueryReader query(request.query);
    JournalPage page;
    page.number = RequestNumber(number);
    page.limit = query.number("limit", journal_page_max, 1, journal_page_max);
    page.since = read_cursor(query, seq_of).value_or(0);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond),
                      [page](StoreReader& reader) { return journal_page(reader, page); });
}

}  // namespace

std::vector<Endpoint> request_endpoints(const ApiContext& context) {
    const auto bound = [&context](auto serve) {
        return [&context, serve](HttpRequest request, HttpRespond respond) {
            serve(context, request, std::move(respond));
        };
    };
    return {{"GET", "/v1/requests", bound(list_requests)},
            {"GET", "/v1/requests/{number}", bound(show)},
            {"GET", "/v1/requests/{number}/journal", bound(journal)}};
}

}  // namespace werktdoord
