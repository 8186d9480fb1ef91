#include "store/mail_fates.hpp"

#include "store/query.hpp"

namespace werktdoord {
namespace {

constexpr const char* mail_sql =
    "SELECT state, joined, sent_at IS NOT NULL, facts = '{}' FROM outbox WHERE id = ?";

// The state that an event leaves a mail in; none: it is about no mail.
std::optional<MailState> state_after(EventName name) {
    switch (name) {
        case EventName::mail_sent:
            return MailState::sent;
        case EventName::mail_failed:
            return MailState::parked;
        case EventName::mail_dropped:
            return MailState::dropped;
        case EventName::mail_resent:
        case EventName::mail_joined:
            return MailState::waiting;
        default:
            return std::nullopt;
    }
}

std::string place_of(std::int64_t id) {
    return "outbox " + std::to_string(id);
}

}  // namespace

void MailFates::next(std::int64_t seq, const Event& event, Findings& findings) {
    if (event.name == EventName::mail_queued || event.name == EventName::digest_queued) {
        fates_.emplace(seq, Fate());
        return;
    }
    const std::optional<MailState> state = state_after(event.name);
    if (!state) return;
    const auto found = fates_.find(event.mail);
    if (found == fates_.end()) {
        findings.tell("seq " + std::to_string(seq),
                      "tells of mail " + std::to_string(event.mail) + ", which was not queued");
        return;
    }
    if (event.name == EventName::mail_joined) ++found->second.joined;
    found->second.state = *state;
}

void MailFates::compare(Connection& connection, Findings& findings) const {
    for (const auto& [id, fate] : fates_) {
        ++findings.verified.mails;
        Query row(connection, mail_sql, id);
        if (!row.step()) {
            findings.tell(place_of(id), "is missing, the journal queued it");
            continue;
        }
        const std::string kept = row.text();
        const std::optional<MailState> state = find_name<MailState>(kept);
        const int joined = row.number();
        const bool has_sent_at = row.truth();
        const bool erased = row.truth();
        if (state != fate.state)
            findings.tell(place_of(id),
                          "is " + kept + ", by the journal " + std::string(name_of(fate.state)));
        else if (has_sent_at != (state == MailState::sent))
            findings.tell(place_of(id), "is " + kept + ", which its sent_at denies");
        if (joined != fate.joined)
            findings.tell(place_of(id), "has joined " + std::to_string(joined) +
                                            ", by the journal " + std::to_string(fate.joined));
        if (!erased && (state == MailState::sent || state == MailState::dropped))
            findings.tell(place_of(id), "is " + kept + ", but still holds what it said");
    }
}

}  // namespace werktdoord
