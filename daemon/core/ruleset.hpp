// The rules: everything the organisation decides, as one immutable snapshot.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/deadlines.hpp"
#include "core/locations.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"
#include "core/roster.hpp"
#include "core/routing.hpp"
#include "core/rules_file.hpp"
#include "core/signposts.hpp"

namespace werktdoord {

// When a digest goes out (`digests.yaml`). `at` is a local time of day.
struct DigestRule {
    Minutes at{};
    bool working_days_only = true;
    friend bool operator==(const DigestRule&, const DigestRule&) = default;
};

// The report of the month before, by mail. `at` is a local time of day.
struct MonthlyReportRule {
    std::vector<Role> to{Role::coordinator};  // coordinator, team
    int day = 1;                              // of the month, 1 to 28
    Minutes at = std::chrono::hours(8) + std::chrono::minutes(30);
    friend bool operator==(const MonthlyReportRule&, const MonthlyReportRule&) = default;
};

struct DigestRules {
    std::optional<DigestRule> regional_contact;
    std::optional<DigestRule> team;
    std::optional<MonthlyReportRule> monthly_report;
    bool skip_empty = true;
    friend bool operator==(const DigestRules&, const DigestRules&) = default;
};

// An example in `tests.yaml`; only the given expectations are checked. `rule` is one of the rules
// that decide; of the lists the order says nothing.
struct RuleTest {
    std::string name;
    std::string place;  // file:line:column
    RequestData given;
    std::optional<Instant> at;
    std::optional<std::string> rule;
    std::optional<std::vector<std::string>> regions;
    std::optional<std::vector<std::string>> wsps;
    std::optional<std::string> policy;
    std::optional<std::vector<std::string>> signposts;
    std::optional<std::string> owner;                  // who is on duty then
    std::optional<std::vector<std::string>> contacts;  // addresses that the regions' mail goes to
};

struct RuleSet {
    Regions regions;
    Places places;
    std::vector<Rule> routing;
    Deadlines deadlines;
    WorkCalendar calendar;
    Roster roster;
    DigestRules digests;
    std::vector<Signpost> signposts;
    std::vector<RuleTest> tests;
    std::string hash;                // hex SHA-256 over the files that were read
    std::vector<RulesFile> files{};  // these files, to be kept with what was decided under them
    Locations locations{};
};

using RulesPtr = std::shared_ptr<const RuleSet>;

// Why an example does not hold, one line per difference; empty when it holds. `now` counts where
// the example names no time.
std::vector<std::string> failures_of(const RuleTest& test, const RuleSet& rules, Instant now);

}  // namespace werktdoord
