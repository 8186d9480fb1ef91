#include "cli/findings_log.hpp"

#include <cstdlib>
#include <iostream>

namespace werktdoord {

void log_findings(Log& log, const Findings& findings) {
    for (const Finding& finding : findings) {
        const bool error = finding.severity == Finding::Severity::error;
        log.line(error ? LogLevel::error : LogLevel::warning, "rules.finding",
                 {{"where", finding.problem.where}});
    }
}

void tell_refused(const Findings& findings, const std::string& config_path) {
    const bool log = stderr_is_journal(std::getenv("JOURNAL_STREAM"));
    for (const Finding& finding : findings)
        std::cerr << (log ? finding.problem.where : to_string(finding)) << "\n";
    std::cerr << "werktdoord: these rules cannot come into force; `werktdoord check --config "
              << config_path << "` tells each of their mistakes in full\n";
}

}  // namespace werktdoord
