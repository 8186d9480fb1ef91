#include "net/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace werktdoord {

int RateLimiter::take(const std::string& source, Instant now) {
    auto [place, fresh] = buckets_.try_emplace(source, Bucket{limit_.burst, now});
    Bucket& bucket = place->second;
    // A clock that was set back gives nothing and takes nothing.
    const double passed = std::chrono::duration<double>(now - bucket.filled_at).count();
    bucket.tokens =
        std::min(limit_.burst, bucket.tokens + std::max(0.0, passed) * limit_.per_second);
    bucket.filled_at = now;
    if (bucket.tokens < 1) {
        const double wait = std::ceil((1 - bucket.tokens) / limit_.per_second);
        return std::max(1, static_cast<int>(wait));
    }
    bucket.tokens -= 1;
    return 0;
}

}  // namespace werktdoord
