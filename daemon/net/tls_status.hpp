// The certificate of the listener: until when it is good, and what became of its last reload; for
// /readyz, /metrics and `systemctl status`.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "net/metrics.hpp"

namespace werktdoord {

// Thread-safe. Without TLS it is told nothing and tells nothing.
class TlsStatus {
public:
    // `metrics` must outlive this.
    explicit TlsStatus(Metrics& metrics) : metrics_(metrics) {}

    // A certificate came into use, at the start or by a reload.
    void taken(Instant not_after);

    // The files as read were refused; the certificate before them stays.
    void refused(Instant at);

    // One sentence for each thing that somebody should look at; empty: all is well.
    std::vector<std::string> warnings(Instant now) const;

private:
    Metrics& metrics_;
    mutable std::mutex mutex_;
    std::optional<Instant> not_after_;
    std::optional<Instant> refused_at_;
};

}  // namespace werktdoord
