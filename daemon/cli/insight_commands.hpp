// The subcommands `match` and `cases`: what the stored requests teach about one another.
#pragma once

#include "cli/add_command.hpp"
#include "cli/options.hpp"

namespace werktdoord {

struct InsightOptions {
    MatchOptions match;
    CasesOptions cases;
};

// Adds them; `chosen` becomes the one that the command line names. Both must outlive the parsing
// and the run.
void add_insight_commands(CLI::App& app, InsightOptions& options, Chosen& chosen);

}  // namespace werktdoord
