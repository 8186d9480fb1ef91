// What the handlers of the API share.
#pragma once

#include <functional>
#include <vector>

#include "engine/gateway.hpp"
#include "engine/time_source.hpp"
#include "net/http_message.hpp"
#include "net/log.hpp"
#include "net/metrics.hpp"
#include "net/reader_pool.hpp"
#include "net/router.hpp"

namespace werktdoord {

struct ApiContext {
    Gateway& gateway;
    ReaderPool& readers;
    const TimeSource& time;
    Metrics& metrics;
    Log& log;
    std::function<std::vector<std::string>()> warnings{};  // of a daemon that is ready nevertheless
};

// Answers with what `look` finds in the store, from a reader's thread. A store that fails is 503
// when it may work later, else 500; the reason goes to the log. Too many looks waiting: 503.
void answer_from_store(const ApiContext& context, HttpRespond respond,
                       std::function<HttpResponse(StoreReader&)> look);

// The handlers by what they serve. The context outlives them.
std::vector<Endpoint> event_endpoints(const ApiContext& context);     // team
std::vector<Endpoint> desk_endpoints(const ApiContext& context);      // team
std::vector<Endpoint> request_endpoints(const ApiContext& context);   // read
std::vector<Endpoint> planning_endpoints(const ApiContext& context);  // read
std::vector<Endpoint> figures_endpoints(const ApiContext& context);   // read
std::vector<Endpoint> case_endpoints(const ApiContext& context);      // read
std::vector<Endpoint> health_endpoints(const ApiContext& context);    // anyone

}  // namespace werktdoord
