#include "core/digest_times.hpp"

namespace werktdoord {

const std::optional<DigestRule>& digest_rule(const DigestRules& rules, DigestKind kind) {
    return kind == DigestKind::team ? rules.team : rules.regional_contact;
}

std::optional<Instant> next_digest(const DigestRules& rules, const WorkCalendar& calendar,
                                   DigestKind kind, Instant after) {
    const auto& rule = digest_rule(rules, kind);
    if (!rule) return std::nullopt;
    for (LocalDay day = calendar.zone().day_of(after);; day += std::chrono::days(1)) {
        if (rule->working_days_only && !calendar.is_working_day(day)) continue;
        const Instant at = calendar.zone().to_instant(day + rule->at);
        if (at > after) return at;
    }
}

DigestVerdict digest_verdict(const DigestRules& rules, const WorkCalendar& calendar,
                             DigestKind kind, Instant due, Instant now) {
    const LocalDay day = calendar.zone().day_of(due);
    if (calendar.zone().day_of(now) != day) return DigestVerdict::down;
    const auto& rule = digest_rule(rules, kind);
    if (!rule || !rule->working_days_only) return DigestVerdict::send;
    if (!calendar.is_working_day(day)) return DigestVerdict::down;
    const Instant closing = calendar.closing(day);
    return now < closing || due >= closing ? DigestVerdict::send : DigestVerdict::down;
}

}  // namespace werktdoord
