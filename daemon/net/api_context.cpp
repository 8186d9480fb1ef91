#include "net/api_context.hpp"

#include "net/problem_response.hpp"

namespace werktdoord {
namespace {

HttpResponse look_or_fail(StoreReader& reader, Log& log,
                          const std::function<HttpResponse(StoreReader&)>& look) {
    try {
        return look(reader);
    } catch (const StoreFault& fault) {
        log.line(LogLevel::error, "store.read_failed", {{"reason", fault.what()}});
        if (fault.retry)
            return try_again(503, "The store cannot be read now.", retry_after_seconds);
    } catch (const std::exception& error) {
        log.line(LogLevel::error, "api.failed", {{"reason", error.what()}});
    }
    return problem_response(500, "Something went wrong here; it is in the log.");
}

}  // namespace

void answer_from_store(const ApiContext& context, HttpRespond respond,
                       std::function<HttpResponse(StoreReader&)> look) {
    auto work = [&log = context.log, respond, look = std::move(look)](StoreReader& reader) {
        respond(look_or_fail(reader, log, look));
    };
    const bool queued = context.readers.post(std::move(work));
    if (!queued) respond(try_again(503, "Too many lists are asked for now.", retry_after_seconds));
}

}  // namespace werktdoord
