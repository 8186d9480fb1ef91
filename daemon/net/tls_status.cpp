#include "net/tls_status.hpp"

namespace werktdoord {
namespace {

// Who renews by hand needs a week; who renews by machine has done so long before.
constexpr std::chrono::hours ends_soon{7 * 24};

}  // namespace

void TlsStatus::taken(Instant not_after) {
    const std::lock_guard lock(mutex_);
    not_after_ = not_after;
    refused_at_.reset();
    metrics_.certificate(not_after);
    metrics_.certificate_refused(false);
}

void TlsStatus::refused(Instant at) {
    const std::lock_guard lock(mutex_);
    refused_at_ = at;
    metrics_.certificate_refused(true);
}

std::vector<std::string> TlsStatus::warnings(Instant now) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> all;
    if (!not_after_) return all;
    const std::string end = to_rfc3339(*not_after_);
    if (refused_at_)
        all.push_back("the files of listen.tls were refused at " + to_rfc3339(*refused_at_) +
                      " (see the log); the certificate until " + end + " stays in use");
    if (*not_after_ <= now)
        all.push_back("the certificate of listen.tls ended at " + end);
    else if (*not_after_ - now < ends_soon)
        all.push_back("the certificate of listen.tls ends at " + end);
    return all;
}

}  // namespace werktdoord
