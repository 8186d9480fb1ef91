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

// Of one file so many are told, and one more that says there are more: a file for another program,
// or one made to hurt, must not bury what helps.
constexpr std::size_t most_findings = 100;

// Whether what `tell` would add to the findings of `file`, the last of them, is left out.
bool is_full(const Findings& findings, const std::string& file);

// Adds a finding of `file` unless there are enough of them; a text of more than 4,000 bytes is cut.
void tell(Findings& findings, const std::string& file, Finding finding);

bool any_error(const Findings& findings);

// Only the errors, as problems.
Problems errors_of(const Findings& findings);

}  // namespace werktdoord
