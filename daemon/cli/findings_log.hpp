// What was found in the rules, told to the log.
#pragma once

#include "codec/finding.hpp"
#include "net/log.hpp"

namespace werktdoord {

// `rules.finding` for each: its place and its kind. `check` tells what the log may not hold.
void log_findings(Log& log, const Findings& findings);

// The same on stderr, for a start that ends because of them: stderr may be the log.
void tell_refused(const Findings& findings, const std::string& config_path);

}  // namespace werktdoord
