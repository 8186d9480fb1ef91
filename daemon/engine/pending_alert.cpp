#include "engine/pending_alert.hpp"

#include "engine/kept_instant.hpp"

namespace werktdoord {

std::optional<PendingAlert> read_pending_alert(std::istream& words) {
    std::string due;
    PendingAlert pending;
    if (!(words >> due >> pending.count)) return std::nullopt;
    const auto instant = kept_instant(due);
    if (!instant) return std::nullopt;
    pending.due = *instant;
    for (std::int64_t id = 0; words >> id;) pending.mails.push_back(id);
    return pending;
}

std::string text_of(const PendingAlert& pending) {
    std::string text = to_rfc3339(pending.due) + " " + std::to_string(pending.count);
    for (const std::int64_t id : pending.mails) text += " " + std::to_string(id);
    return text;
}

}  // namespace werktdoord
