// Whether rules that could be read also do what they are meant to (contract section 1, `check`).
#pragma once

#include <filesystem>

#include "codec/finding.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// Runs the examples of tests.yaml (an error for each difference, where the example stands) and
// looks for working days of the next 8 weeks on which nobody but the coordinator is on duty (a
// warning at roster.yaml in `folder`) and overrides on days that nobody works (likewise).
Findings check_rules(const RuleSet& rules, Instant now, const std::filesystem::path& folder = {});

}  // namespace werktdoord
