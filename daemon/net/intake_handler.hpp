// POST /v1/intake: from signed bytes to the gateway (contract section 4).
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "codec/webhook.hpp"
#include "engine/gateway.hpp"
#include "engine/time_source.hpp"
#include "net/http_message.hpp"
#include "net/log.hpp"
#include "net/metrics.hpp"
#include "net/rate_limit.hpp"

namespace werktdoord {

// Who may submit. Several secrets: rotation.
struct IntakeSource {
    std::string name;
    std::vector<Secret> secrets;
};

// Checks in this order: content type (415), signature by any source (401, one text for every
// cause), rate of that source (429), then the body. An authentic body that is no request is kept
// as rejected and answered with every problem. The size is checked by the server (413).
class IntakeHandler {
public:
    IntakeHandler(Gateway& gateway, const TimeSource& time, Metrics& metrics, Log& log,
                  std::vector<IntakeSource> sources, std::chrono::seconds tolerance,
                  RateLimit rate);

    // Called on the network thread.
    void handle(HttpRequest request, HttpRespond respond);

private:
    struct Signed;

    Signed authenticate(const HttpRequest& request, Instant now) const;
    HttpResponse refuse(int status, std::string_view reason, HttpResponse response);
    void reject(const Signed& sender, const HttpRequest& request, Problems problems,
                HttpRespond respond);
    void submit(const Signed& sender, const HttpRequest& request, RequestData data,
                HttpRespond respond);
    void count(const Reply& reply, const std::string& source);

    Gateway& gateway_;
    const TimeSource& time_;
    Metrics& metrics_;
    Log& log_;
    std::vector<IntakeSource> sources_;
    std::chrono::seconds tolerance_;
    RateLimiter limiter_;
    RateLimiter told_{refusals_told};  // by reason
    int untold_ = 0;                   // refusals since the last that was told
};

}  // namespace werktdoord
