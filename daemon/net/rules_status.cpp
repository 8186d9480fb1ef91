#include "net/rules_status.hpp"

namespace werktdoord {

void RulesStatus::taken() {
    const std::lock_guard lock(mutex_);
    refused_.clear();
    metrics_.rules_reload(true);
}

void RulesStatus::refused(const std::string& why, const std::string& hash, Instant at) {
    const std::lock_guard lock(mutex_);
    refused_ = "the rules were refused at " + to_rfc3339(at) + ": " + why + "; the rules of " +
               hash + " stay in force";
    metrics_.rules_reload(false);
}

std::vector<std::string> RulesStatus::warnings() const {
    const std::lock_guard lock(mutex_);
    if (refused_.empty()) return {};
    return {refused_};
}

}  // namespace werktdoord
