// What machines ask: is it alive, is it ready, its numbers, its description. No token needed.
#include "codec/json_write.hpp"
#include "net/api_context.hpp"
#include "net/limits.hpp"
#include "net/openapi.hpp"
#include "net/problem_response.hpp"

namespace werktdoord {
namespace {

void alive(HttpRequest, HttpRespond respond) {
    respond(json_response(200, R"({"status":"ok"})"));
}

std::string ready_json(const ApiContext& context) {
    boost::json::object answer{{"status", "ready"}};
    boost::json::array warnings;
    if (context.warnings)
        for (const std::string& warning : context.warnings()) warnings.emplace_back(warning);
    if (!warnings.empty()) answer["warnings"] = std::move(warnings);
    return to_json(answer);
}

// Ready: commands can be stored and the store can be read.
void ready(const ApiContext& context, HttpRespond respond) {
    std::string why_not;
    const bool can_write = context.gateway.ready(why_not);
    context.metrics.ready(can_write);
    if (!can_write) return respond(try_again(503, "Not ready: " + why_not, retry_after_seconds));
    answer_from_store(context, std::move(respond), [&context](StoreReader& reader) {
        reader.journal(0, 1, std::nullopt);
        return json_response(200, ready_json(context));
    });
}

HttpResponse numbers_now(const ApiContext& context) {
    std::string why_not;
    context.metrics.ready(context.gateway.ready(why_not));
    return numbers_response(context.metrics);
}

// Numbers are told also when the store cannot be read: that is when they are needed.
void metrics(const ApiContext& context, const HttpRespond& respond) {
    auto work = [&context, respond](StoreReader& reader) {
        try {
            context.metrics.outbox(reader.waiting_mails(context.time.now(), counted_mails_max),
                                   reader.desk_counts().mails_parked);
            context.metrics.tallies(reader.tallies());
        } catch (const std::exception& error) {
            context.log.line(LogLevel::error, "store.read_failed", {{"reason", error.what()}});
        }
        respond(numbers_now(context));
    };
    const bool queued = context.readers.post(std::move(work));
    if (!queued) respond(numbers_now(context));
}

void openapi(HttpRequest, HttpRespond respond) {
    HttpResponse response = json_response(200, std::string(openapi_document()));
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    respond(std::move(response));
}

}  // namespace

std::vector<Endpoint> health_endpoints(const ApiContext& context) {
    auto is_ready = [&context](HttpRequest, HttpRespond respond) {
        ready(context, std::move(respond));
    };
    auto numbers = [&context](HttpRequest, HttpRespond respond) { metrics(context, respond); };
    return {{"GET", "/healthz", alive, true},
            {"GET", "/readyz", std::move(is_ready), true},
            {"GET", "/metrics", std::move(numbers), true},
            {"GET", "/v1/openapi.json", openapi}};
}

}  // namespace werktdoord
