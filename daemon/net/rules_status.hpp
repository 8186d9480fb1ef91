// What became of the last reload of the rules: for /readyz, /metrics and `systemctl status`.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "net/metrics.hpp"

namespace werktdoord {

// Thread-safe. Told by the thread that reloads, read by those that answer.
class RulesStatus {
public:
    // `metrics` must outlive this.
    explicit RulesStatus(Metrics& metrics) : metrics_(metrics) {}

    // The rules as read came into force.
    void taken();

    // They were refused: `why` names files with line and column, or regions; no free text. The
    // rules with `hash` stay.
    void refused(const std::string& why, const std::string& hash, Instant at);

    // One sentence for each thing that somebody should look at; empty: all is well.
    std::vector<std::string> warnings() const;

private:
    Metrics& metrics_;
    mutable std::mutex mutex_;
    std::string refused_;
};

}  // namespace werktdoord
