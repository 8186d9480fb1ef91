#include "engine/report_mail.hpp"

#include "codec/report_facts.hpp"
#include "core/monthly.hpp"
#include "core/place_words.hpp"
#include "engine/report_figures.hpp"

namespace werktdoord {

namespace {

// The first day of the month, in the facts of a report that waits.
constexpr const char* month_fact = "month";

}  // namespace

Facts kept_of_report(const ReportPeriod& month) {
    Facts facts;
    facts.values[month_fact] = to_string(month.from);
    return facts;
}

OutboxMail with_report(StoreReader& store, OutboxMail mail, const RuleSet& rules) {
    const auto kept = mail.facts.values.find(month_fact);
    if (mail.kind != MailKind::report || kept == mail.facts.values.end()) return mail;
    const Result<LocalDay> first = parse_day(kept->second);
    if (!first) throw StoreFault("store: bad month of mail " + std::to_string(mail.id), false);
    const ReportFigures figures =
        report_figures(store, month_of(*first), rules.calendar.zone(), mail.queued_at);
    mail.facts =
        report_facts(figures, [&](const RegionKey& region) { return region_name(region, rules); });
    mail.facts.values["recipient_name"] = mail.to.name;
    return mail;
}

}  // namespace werktdoord
