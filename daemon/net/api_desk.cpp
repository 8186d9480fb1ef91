// The outbox and what was rejected: looking, and deciding about one (contract sections 4 and 9).
#include <limits>

#include "codec/decision_body.hpp"
#include "engine/desk_json.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/list_page.hpp"
#include "net/problem_response.hpp"
#include "net/query_reader.hpp"
#include "net/reply_response.hpp"

namespace werktdoord {
namespace {

constexpr std::string_view no_mail = "There is no such mail.";
constexpr std::string_view no_rejected = "There is no such rejected submission.";

// The rows of a page are named by their number in the journal.
template <class Row>
HttpResponse page_of(const std::vector<Row>& rows, int limit, std::string (*json)(const Row&)) {
    return list_page(rows, limit, json, [](const Row& last) { return std::to_string(last.id); });
}

void list_mails(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    const auto state = query.one_of("state", states_or_all<MailState>());
    const int limit = query.number("limit", page_limit_default, 1, page_limit_max);
    const auto before = read_cursor(query, seq_of);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    auto look = [state, limit, before](StoreReader& reader) {
        const auto mails = state ? reader.outbox(find_name<MailState>(*state), limit + 1, before)
                                 : open_mails(reader, limit + 1, before);
        return page_of(mails, limit, mail_json);
    };
    answer_from_store(context, std::move(respond), std::move(look));
}

void show_mail(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    const auto id = seq_of(request.captured.front());
    if (!id) return respond(problem_response(404, no_mail));
    const Problems problems = QueryReader(request.query).problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond), [id = *id](StoreReader& reader) {
        const auto mail = reader.mail(id);
        return mail ? json_response(200, mail_json(*mail)) : problem_response(404, no_mail);
    });
}

void list_rejected(const ApiContext& context, const HttpRequest& request, HttpRespond respond) {
    QueryReader query(request.query);
    const std::string asked =
        query.one_of("state", states_or_all<RejectedState>()).value_or("open");
    const auto state = find_name<RejectedState>(asked);
    const int limit = query.number("limit", page_limit_default, 1, page_limit_max);
    const auto after = read_cursor(query, seq_of).value_or(0);
    const Problems problems = query.problems();
    if (!problems.empty()) return respond(bad_query(problems));
    answer_from_store(context, std::move(respond), [state, limit, after](StoreReader& reader) {
        return page_of(reader.rejected(state, after, limit + 1), limit, rejected_json);
    });
}

HttpResponse decided(const Reply& reply, std::string_view not_found) {
    if (reply.outcome == Reply::Outcome::stored) return json_response(200, reply.answer);
    if (reply.outcome != Reply::Outcome::refused || !reply.refusal)
        return reply_response(reply, idempotency_key_reused);
    const Refusal& refusal = *reply.refusal;
    if (refusal.kind == RefusalKind::not_found) return problem_response(404, not_found);
    if (refusal.kind == RefusalKind::invalid) return reply_response(reply, idempotency_key_reused);
    return problem_response(409, "This is not possible now; see errors.", refusal.problems);
}

HttpHandler decide_handler(const ApiContext& context, DeskDecision::Kind kind) {
    const std::string_view not_found =
        kind == DeskDecision::Kind::set_aside ? no_rejected : no_mail;
    return [&context, kind, not_found](const HttpRequest& request, HttpRespond respond) {
        const auto id = seq_of(request.captured.front());
        if (!id) return respond(problem_response(404, not_found));
        if (!request.has_type("application/json"))
            return respond(problem_response(415, "A decision is application/json."));
        auto decision = read_decision_body(request.body, kind, *id);
        if (!decision)
            return respond(
                problem_response(400, "This is not a decision; see errors.", decision.error()));
        auto done = [&log = context.log, not_found, respond](const Reply& reply) {
            if (reply.outcome == Reply::Outcome::unavailable)
                log.sparingly(LogLevel::error, "api.unavailable", {{"reason", reply.detail}});
            respond(decided(reply, not_found));
        };
        context.gateway.decide(std::move(*decision), std::move(done));
    };
}

}  // namespace

std::vector<Endpoint> desk_endpoints(const ApiContext& context) {
    const auto bound = [&context](auto serve) {
        return [&context, serve](const HttpRequest& request, HttpRespond respond) {
            serve(context, request, std::move(respond));
        };
    };
    using Decide = DeskDecision::Kind;
    return {{"GET", "/v1/outbox", bound(list_mails)},
            {"GET", "/v1/outbox/{id}", bound(show_mail)},
            {"POST", "/v1/outbox/{id}/send", decide_handler(context, Decide::resend)},
            {"POST", "/v1/outbox/{id}/drop", decide_handler(context, Decide::drop)},
            {"GET", "/v1/rejected", bound(list_rejected)},
            {"POST", "/v1/rejected/{id}/set-aside", decide_handler(context, Decide::set_aside)}};
}

}  // namespace werktdoord
