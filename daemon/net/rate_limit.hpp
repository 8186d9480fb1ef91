// How often each source may submit: a bucket of tokens a source.
#pragma once

#include <map>
#include <string>

#include "base/instant.hpp"
#include "net/limits.hpp"

namespace werktdoord {

// Used on the network thread only. Its keys are the sources of the configuration and the reasons of
// refusals, so it does not grow.
class RateLimiter {
public:
    explicit RateLimiter(RateLimit limit) : limit_(limit) {}

    // 0: go on. Else the seconds to wait, at least 1.
    int take(const std::string& source, Instant now);

private:
    struct Bucket {
        double tokens = 0;
        Instant filled_at;
    };
    RateLimit limit_;
    std::map<std::string, Bucket> buckets_;
};

}  // namespace werktdoord
