// What reading and checking files finds: errors that refuse them, warnings that do not.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace werktdoord {

// `problem.where` is `file:line:column`, lines and columns (in characters) from 1.
struct Finding {
    enum class Severity { error, warning };
    Severity severity = Severity::error;
    Problem problem;

    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

// "rules/roster.yaml:3:1: error: unknown key ..." (contract section 1, `check`).
std::string to_string(const Finding& finding);

// One JSON array of { file, line, column, severity, text }, for editors; `[]` when there are none.
// What stands at no line is told at 1:1.
std::string json_of(const Findings& findings);

bool any_error(const Findings& findings);

// Only the errors, as problems.
Problems errors_of(const Findings& findings);

}  // namespace werktdoord
