#include "codec/finding.hpp"

#include <algorithm>

namespace werktdoord {

std::string to_string(const Finding& finding) {
    const bool error = finding.severity == Finding::Severity::error;
    return finding.problem.where + (error ? ": error: " : ": warning: ") + finding.problem.text;
}

bool any_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::error;
    });
}

Problems errors_of(const Findings& findings) {
    Problems errors;
    for (const auto& finding : findings)
        if (finding.severity == Finding::Severity::error) errors.push_back(finding.problem);
    return errors;
}

}  // namespace werktdoord
