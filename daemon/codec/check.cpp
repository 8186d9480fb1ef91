#include "codec/check.hpp"

#include "codec/source_text.hpp"

namespace werktdoord {

namespace {

constexpr int days_ahead = 8 * 7;

void run_examples(const RuleSet& rules, Instant now, Findings& findings) {
    for (const auto& test : rules.tests)
        for (const auto& failure : failures_of(test, rules, now))
            findings.push_back({Finding::Severity::error,
                                {test.place, "example \"" + test.name + "\": " + failure}});
}

void look_ahead(const RuleSet& rules, LocalDay today, const std::string& where,
                Findings& findings) {
    for (const LocalDay day : roster_gaps(rules.roster, rules.calendar, today, days_ahead))
        findings.push_back(
            {Finding::Severity::warning,
             {where, "nobody is on duty on " + to_string(day) + "; it falls to the coordinator"}});
    for (const auto& [day, member] : rules.roster.overrides) {
        const auto why = rules.calendar.why_not_worked(day);
        if (why && day >= today)
            findings.push_back(
                {Finding::Severity::warning,
                 {where, "the override on " + to_string(day) + " does nothing: " + *why}});
    }
}

}  // namespace

Findings check_rules(const RuleSet& rules, Instant now, const std::filesystem::path& folder) {
    Findings findings;
    run_examples(rules, now, findings);
    look_ahead(rules, rules.calendar.zone().day_of(now),
               where_of((folder / "roster.yaml").string(), {}), findings);
    return findings;
}

}  // namespace werktdoord
