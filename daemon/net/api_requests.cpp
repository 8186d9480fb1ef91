// Looking at requests: the list, one, and its journal (contract section 5).
#include "codec/request_view.hpp"
#include "codec/text_check.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/problem.hpp"
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

HttpResponse bad_query(const Problems& problems) {
    return problem_response(400, "The query is not right; see errors.", problems);
}

HttpResponse no_such_request() {
    return problem_response(404, "There is no such request.");
}

// {"items":[…],"next":"…"} of rows that are JSON already.
HttpResponse page_response(const std::vector<std::string>& rows,
                           const std::optional<std::string>& next) {
    std::string body = "{\"items\":[";
    for (std::size_t i = 0; i < rows.size(); ++i) body.append(i == 0 ? "" : ",").append(rows[i]);
    body += ']';
    if (next) body += ",\"next\":\"" + *next + "\"";
    return json_response(200, body + "}");
}

RequestFilter read_filter(QueryReader& query) {
    RequestFilter filter;
    filter.state = query.name<State>("state");
    filter.kind = query.name<Kind>("kind");
    if (const auto region = query.text("region")) filter.region = RegionKey(*region);
    if (const auto owner = query.text("owner")) filter.owner = MemberKey(*owner);
    if (const auto clock = query.name<ClockFilter>("clock")) filter.clock = name_of(*clock);
    filter.q = query.text("q").value_or("");
    if (filter.q.size() > search_text_max) query.problem("q", "is too long");
    filter.limit = query.number("limit", page_limit_default, 1, page_limit_max);
    if (const auto cursor = query.text("cursor")) {
        const auto last = from_cursor(*cursor);
        if (last && is_request_number(*last)) {
            filter.after = RequestNumber(*last);
        } else {
            query.problem("cursor", "is not one that a list gave");
        }
    }
    return filter;
}

HttpResponse list_page(StoreReader& reader, RequestFilter filter) {
    const auto limit = static_cast<std::size_t>(filter.limit);
    ++filter.limit;  // one more tells whether there is a next page
    auto found = reader.requests(filter);
    std::optional<std::string> next;
    if (found.size() > limit) {
        found.resize(limit);
        next = to_cursor(found.back().number.text());
    }
    std::vector<std::string> rows;
    for (const RequestRow& row : found) rows.push_back(request_row_json(row));
    return page_response(rows, next);
}

void list(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    RequestFilter filter = read_filter(query);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(
        context, std::move(respond),
        [filter = std::move(filter)](StoreReader& reader) { return list_page(reader, filter); });
}

void show(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const std::string& number = request.captured.front();
    if (!is_request_number(number)) return respond(no_such_request());
    const Problems problems = QueryReader(request.query).problems();
    if (!problems.empty()) return respond(bad_query(problems));
    auto look = [rules = context.gateway.rules(), number](StoreReader& reader) {
        const auto found = reader.load(RequestNumber(number));
        return found ? json_response(200, request_json(*found, *rules)) : no_such_request();
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
    auto lines = reader.journal(page.since, page.limit + 1, page.number);
    std::optional<std::string> next;
    if (lines.size() > static_cast<std::size_t>(page.limit)) {
        lines.resize(static_cast<std::size_t>(page.limit));
        next = to_cursor(std::to_string(lines.back().seq));
    }
    std::vector<std::string> rows;
    for (const JournalLine& line : lines) rows.push_back(line.line);
    return page_response(rows, next);
}

// The seq in a cursor of the journal.
std::optional<std::int64_t> seq_of(const std::string& cursor) {
    const auto text = from_cursor(cursor);
    if (!text || text->empty() || text->size() > 18) return std::nullopt;
    if (text->find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return std::stoll(*text);
}

void journal(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const std::string& number = request.captured.front();
    if (!is_request_number(number)) return respond(no_such_request());
    QueryReader query(request.query);
    JournalPage page;
    page.number = RequestNumber(number);
    page.limit = query.number("limit", journal_page_max, 1, journal_page_max);
    if (const auto cursor = query.text("cursor")) {
        const auto seq = seq_of(*cursor);
        if (!seq) query.problem("cursor", "is not one that a list gave");
        page.since = seq.value_or(0);
    }
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
    return {{"GET", "/v1/requests", bound(list)},
            {"GET", "/v1/requests/{number}", bound(show)},
            {"GET", "/v1/requests/{number}/journal", bound(journal)}};
}

}  // namespace werktdoord
