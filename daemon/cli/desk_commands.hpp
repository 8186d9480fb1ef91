// The subcommands `outbox`, `rejected` and `mail`, each with its own.
#pragma once

#include "cli/add_command.hpp"
#include "cli/options.hpp"

namespace werktdoord {

// What the three are asked.
struct DeskOptions {
    OutboxOptions outbox;
    RejectedOptions rejected;
    PreviewOptions preview;
};

// Adds them; `chosen` becomes the one that the command line names. Both must outlive the parsing
// and the run.
void add_desk_commands(CLI::App& app, DeskOptions& options, Chosen& chosen);

}  // namespace werktdoord
