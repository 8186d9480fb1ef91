#include "codec/check_rules.hpp"

#include "codec/review.hpp"

namespace werktdoord {

namespace {

void run_examples(const RuleSet& rules, Instant now, Findings& findings) {
    for (const auto& test : rules.tests)
        for (const auto& failure : failures_of(test, rules, now))
            findings.push_back({Finding::Severity::error,
                                {test.place, "example \"" + test.name + "\": " + failure}});
}

}  // namespace

Findings check_rules(const RuleSet& rules, Instant now, const Locator& at) {
    Findings findings;
    const Review review{rules, rules.calendar.zone().day_of(now), at, findings};
    review_regions(review);
    review_wsps(review);
    review_deadlines(review);
    review_routing(review);
    review_calendar(review);
    review_roster(review);
    review_signposts(review);
    review_files(review);
    run_examples(rules, now, findings);
    return findings;
}

Findings findings_of(const RulesRead& read, Instant now) {
    Findings findings = read.findings;
    if (!read.rules) return findings;
    const Findings more = check_rules(*read.rules, now, read.at);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

}  // namespace werktdoord
