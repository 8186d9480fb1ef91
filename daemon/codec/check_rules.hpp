// Whether rules that could be read also do what they are meant to (contract section 1, `check`).
#pragma once

#include "codec/finding.hpp"
#include "codec/locator.hpp"
#include "codec/rules.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// Reviews the rules, a warning for each thing that is most likely not meant, and runs the examples
// of tests.yaml, an error for each difference, where the example stands. `at` knows where things
// stand (RulesRead::at). What lies in the past is let be; of the roster the next 8 weeks are seen.
Findings check_rules(const RuleSet& rules, Instant now, const Locator& at = Locator());

// All that reading found, and where the rules could be read what checking them finds.
Findings findings_of(const RulesRead& read, Instant now);

}  // namespace werktdoord
