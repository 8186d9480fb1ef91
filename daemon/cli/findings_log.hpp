// What was found in the rules, told to the log: by its place alone, for the rules hold names and
// addresses and the log holds none (contract section 7). `check` tells it in full.
#pragma once

#include "codec/finding.hpp"
#include "net/log.hpp"

namespace werktdoord {

// `rules.finding` for each.
void log_findings(Log& log, const Findings& findings);

// For a start that ends because of them, on stderr: in full, unless stderr is the journal.
void tell_refused(const Findings& findings, const std::string& config_path);

}  // namespace werktdoord
