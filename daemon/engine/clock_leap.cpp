#include "engine/clock_leap.hpp"

#include <string>

#include "core/monthly.hpp"
#include "engine/digest_keys.hpp"
#include "engine/kept_instant.hpp"
#include "engine/leaving_mail.hpp"
#include "engine/limits.hpp"
#include "engine/parked_alert.hpp"
#include "store/setting_names.hpp"

namespace werktdoord {
namespace {

// More of them at once would hold up the intake; what is left comes the next day.
constexpr int mails_most = 10'000;

void bring_back(Store& store, const std::string& name, Instant now) {
    const auto kept = kept_instant(store.get(name));
    if (kept && *kept > now + limits::set_back_most) store.set(name, to_rfc3339(now));
}

// A day from `first` on was told too early: as if `then` had been the last.
void bring_back_day(Store& store, const std::string& name, LocalDay first, LocalDay then) {
    const auto kept = store.get(name);
    if (kept && *kept >= to_string(first)) store.set(name, to_string(then));
}

void bring_back_digests(Store& store, const RuleSet& rules, LocalDay today, Instant now) {
    for (const auto& [kind, name] : Names<DigestKind>::table) {
        bring_back(store, digest_handled_key(kind), now);
        bring_back_day(store, digest_day_key(kind), today + std::chrono::days(2),
                       today - std::chrono::days(1));
    }
    bring_back(store, digest_since_key(RegionKey()), now);
    for (const auto& [key, region] : rules.regions) bring_back(store, digest_since_key(key), now);
}

// The report of a month goes out when it is over.
void bring_back_report(Store& store, LocalDay today, Instant now) {
    bring_back(store, setting::monthly_report_handled, now);
    const LocalDay last = month_before(today).from;
    bring_back_day(store, setting::monthly_report_month, month_of(today).from,
                   month_before(last).from);
}

void bring_back_mails(Store& store, const RuleSet& rules, Instant now) {
    for (const OutboxMail& mail : store.mails_dated_after(now + limits::set_back_most, mails_most))
        store.set_mail_retry(mail.id, held(mail, rules, now).value_or(now), false, now,
                             mail.last_error);
}

}  // namespace

void undo_leap(Store& store, const RuleSet& rules, Instant now) {
    const LocalDay today = rules.calendar.zone().day_of(now);
    bring_back_digests(store, rules, today, now);
    bring_back_report(store, today, now);
    bring_back(store, setting::roster_handled_until, now);
    bring_back(store, setting::mail_failed_last, now);
    bring_back_parked_alert(store, rules, now);
    bring_back_mails(store, rules, now);
}

}  // namespace werktdoord
