#include "cli/findings_log.hpp"

#include <iostream>

#include "codec/finding_fault.hpp"

namespace werktdoord {

void log_findings(Log& log, const Findings& findings) {
    for (const Finding& finding : findings) {
        const bool error = finding.severity == Finding::Severity::error;
        log.line(error ? LogLevel::error : LogLevel::warning, "rules.finding",
                 {{"where", finding.problem.where}, {"fault", std::string(fault_of(finding))}});
    }
}

void tell_refused(const Findings& findings, const std::string& config_path) {
    for (const Problem& problem : errors_of(findings))
        std::cerr << problem.where << ": error: " << fault_of({Finding::Severity::error, problem})
                  << "\n";
    std::cerr << "werktdoord: these rules cannot come into force; `werktdoord check --config "
              << config_path << "` tells each of their mistakes in full\n";
}

}  // namespace werktdoord
