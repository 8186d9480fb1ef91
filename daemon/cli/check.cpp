// `check`: everything wrong with the configuration and the rules, one problem a line.

#include "codec/check.hpp"

#include <algorithm>
#include <iostream>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/sources.hpp"
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

int told(const Findings& findings) {
    for (const Finding& finding : findings) std::cout << to_string(finding) << "\n";
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::error;
    });
    std::cerr << errors << " errors, " << static_cast<long>(findings.size()) - errors
              << " warnings\n";
    return errors == 0 ? exit_done : exit_problems;
}

}  // namespace

int check(const CheckOptions& options) {
    const Parsed<Config> config = read_config(options.config, environment);
    Findings findings;
    if (!config) {
        add(findings, config);
        return told(findings);
    }
    add(findings, intake_sources(*config));
    add(findings, read_templates(config->folder / "templates"));
    const RulesRead read = read_rules(config->rules, config->zone);
    findings.insert(findings.end(), read.findings.begin(), read.findings.end());
    if (read.rules) {
        const Findings more = check_rules(*read.rules, SystemClock().now(), config->rules);
        findings.insert(findings.end(), more.begin(), more.end());
    }
    return told(findings);
}

}  // namespace werktdoord
