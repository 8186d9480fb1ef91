#include "engine/monthly_work.hpp"

#include <algorithm>
#include <iterator>

#include "core/monthly.hpp"
#include "core/recipients.hpp"
#include "engine/kept_instant.hpp"
#include "engine/queue_mail.hpp"
#include "engine/report_mail.hpp"
#include "store/setting_names.hpp"

namespace werktdoord {

namespace {

std::optional<Instant> handled(Store& store) {
    return kept_instant(store.get(setting::monthly_report_handled));
}

// A month that was reported is not reported again when the rules put the day later.
Instant next_after(Store& store, const MonthlyReportRule& rule, const Zone& zone, Instant after) {
    const auto told = store.get(setting::monthly_report_month);
    Instant next = next_monthly(rule, zone, after);
    while (told && to_string(month_before(zone.day_of(next)).from) <= *told)
        next = next_monthly(rule, zone, next);
    return next;
}

std::vector<Recipient> recipients(const MonthlyReportRule& rule, const RuleSet& rules) {
    std::vector<Recipient> found;
    for (const Role role : rule.to) {
        if (role == Role::coordinator)
            found.push_back(coordinator_of(rules));
        else
            std::ranges::copy(whole_team(rules), std::back_inserter(found));
    }
    return each_address_once(std::move(found));
}

}  // namespace

void start_monthly_report(Store& store, const RuleSet& rules, Instant now) {
    if (!rules.digests.monthly_report)
        store.set(setting::monthly_report_handled, "");
    else if (!handled(store))
        store.set(setting::monthly_report_handled, to_rfc3339(now));
}

void work_monthly_report(Store& store, Recorder& recorder, const RuleSet& rules, Instant now) {
    const auto& rule = rules.digests.monthly_report;
    const auto since = rule ? handled(store) : std::nullopt;
    if (!since) return;
    const Zone& zone = rules.calendar.zone();
    std::optional<Instant> due;
    for (Instant next = next_after(store, *rule, zone, *since); next <= now;
         next = next_after(store, *rule, zone, next))
        due = next;
    if (!due) return;
    const ReportPeriod period = month_before(zone.day_of(*due));
    for (const Recipient& to : recipients(*rule, rules))
        queue_mail(recorder, EventName::mail_queued, MailKind::report, to, kept_of_report(period),
                   now);
    store.set(setting::monthly_report_handled, to_rfc3339(now));
    store.set(setting::monthly_report_month, to_string(period.from));
}

std::optional<Instant> next_monthly_report(Store& store, const RuleSet& rules) {
    const auto& rule = rules.digests.monthly_report;
    const auto since = rule ? handled(store) : std::nullopt;
    if (!since) return std::nullopt;
    return next_after(store, *rule, rules.calendar.zone(), *since);
}

}  // namespace werktdoord
