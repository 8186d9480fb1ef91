// `check`: everything wrong or doubtful in the configuration and the rules, one a line or as JSON.

#include "codec/check_rules.hpp"

#include <algorithm>
#include <iostream>

#include "cli/access.hpp"
#include "cli/check_store.hpp"
#include "cli/cli.hpp"
#include "cli/counted.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/tls.hpp"
#include "codec/mail_template.hpp"
#include "codec/rules.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {

namespace {

template <class T>
void add(Findings& findings, const Parsed<T>& parsed) {
    if (parsed) return;
    const Problems problems = parsed.error();
    for (const Problem& problem : problems) findings.push_back({Finding::Severity::error, problem});
}

int told(const Findings& findings, const std::string& format) {
    if (format == "json")
        std::cout << json_of(findings) << "\n";
    else
        for (const Finding& finding : findings) std::cout << to_string(finding) << "\n";
    const long errors = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::error;
    });
    const long warnings = static_cast<long>(findings.size()) - errors;
    std::cerr << counted(errors, "error") << ", " << counted(warnings, "warning") << "\n";
    return errors == 0 ? exit_done : exit_problems;
}

}  // namespace

int check(const CheckOptions& options) {
    const Parsed<Config> config = read_config(options.config, environment);
    Findings findings;
    if (!config) {
        add(findings, config);
        return told(findings, options.format);
    }
    add(findings, intake_sources(*config));
    for (const Finding& finding : tls_findings(*config, SystemClock().now()))
        findings.push_back(finding);
    add(findings, read_templates(config->folder / "templates"));
    const RulesRead read = read_rules_of(*config);
    const Instant now = SystemClock().now();
    const Findings found = findings_of(read, now);
    findings.insert(findings.end(), found.begin(), found.end());
    if (read.rules) {
        const Findings stored = check_store(*config, read, now);
        findings.insert(findings.end(), stored.begin(), stored.end());
    }
    return told(findings, options.format);
}

}  // namespace werktdoord
