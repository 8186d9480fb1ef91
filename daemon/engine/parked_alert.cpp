#include "engine/parked_alert.hpp"

#include <sstream>
#include <string>

#include "core/dutch_mail_fault.hpp"
#include "core/dutch_recipient.hpp"
#include "core/recipients.hpp"
#include "engine/kept_instant.hpp"
#include "engine/limits.hpp"
#include "engine/pending_alert.hpp"
#include "engine/queue_mail.hpp"
#include "store/setting_names.hpp"

namespace werktdoord {

namespace {

constexpr std::chrono::hours between_alerts{1};
constexpr std::size_t listed_most = 50;

std::optional<PendingAlert> read_pending(Store& store) {
    std::istringstream words(store.get(setting::mail_failed_pending).value_or(""));
    return read_pending_alert(words);
}

void put_by(Store& store, const PendingAlert& pending) {
    store.set(setting::mail_failed_pending, text_of(pending));
}

Facts item_of(const OutboxMail& mail) {
    Facts item;
    item.values["id"] = std::to_string(mail.id);
    item.values["number"] = mail.request ? mail.request->text() : "";
    item.values["to"] = dutch_recipient(mail.to.role, mail.to.key);
    item.values["what"] = mail.kind ? std::string(traits_of(*mail.kind).dutch) : mail.unknown_kind;
    item.values["why"] = dutch_mail_fault(mail.last_error);
    return item;
}

Facts facts_of(Store& store, const PendingAlert& pending) {
    Facts facts;
    std::size_t count = pending.count;
    auto& items = facts.lists["parked"];
    for (const std::int64_t id : pending.mails) {
        const auto mail = store.mail(id);
        if (mail && mail->state == MailState::parked)
            items.push_back(item_of(*mail));
        else
            --count;
    }
    facts.values["parked_count"] = count == 0 ? "" : std::to_string(count);
    return facts;
}

void send(Store& store, Recorder& recorder, const RuleSet& rules, const PendingAlert& pending,
          Instant now) {
    store.set(setting::mail_failed_pending, "");
    const Facts facts = facts_of(store, pending);
    if (facts.values.at("parked_count").empty()) return;
    for (const Recipient& to : each_address_once(whole_team(rules)))
        queue_mail(recorder, EventName::mail_queued, MailKind::mail_failed, to, facts, now);
    store.set(setting::mail_failed_last, to_rfc3339(now));
}

Instant readable(const RuleSet& rules, Instant at) {
    return held_until(rules.calendar, Role::team, at).value_or(at);
}

}  // namespace

void alert_parked(Store& store, Recorder& recorder, const RuleSet& rules, const OutboxMail& mail,
                  Instant now) {
    if (mail.kind == MailKind::mail_failed) return;
    std::optional<PendingAlert> pending = read_pending(store);
    if (!pending) {
        const auto last = kept_instant(store.get(setting::mail_failed_last));
        pending.emplace();
        pending->due = readable(rules, last ? std::max(now, *last + between_alerts) : now);
    }
    ++pending->count;
    if (pending->mails.size() < listed_most) pending->mails.push_back(mail.id);
    if (pending->due <= now) return send(store, recorder, rules, *pending, now);
    put_by(store, *pending);
}

void work_parked_alert(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    std::optional<PendingAlert> pending = read_pending(store);
    if (!pending || pending->due > now) return;
    // After downtime, or under another calendar, it may come due outside of working hours.
    pending->due = readable(rules, now);
    if (pending->due > now) return put_by(store, *pending);
    send(store, recorder, rules, *pending, now);
}

void bring_back_parked_alert(Store& store, const RuleSet& rules, Instant now) {
    std::optional<PendingAlert> pending = read_pending(store);
    if (!pending || pending->due <= now + limits::set_back_most) return;
    pending->due = readable(rules, now);
    put_by(store, *pending);
}

std::optional<Instant> next_parked_alert(Store& store) {
    const auto pending = read_pending(store);
    return pending ? std::optional(pending->due) : std::nullopt;
}

}  // namespace werktdoord
