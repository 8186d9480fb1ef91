// The commands that look after the store: `backup`, `verify`, `forget`, `subject`.
#pragma once

#include "cli/add_command.hpp"
#include "cli/options.hpp"

namespace werktdoord {

struct CareOptions {
    BackupOptions backup;
    VerifyOptions verify;
    ForgetOptions forget;
    SubjectOptions subject;
};

// `options` and `chosen` must outlive `app`; the parsed command puts what it runs in `chosen`.
void add_care_commands(CLI::App& app, CareOptions& options, Chosen& chosen);

}  // namespace werktdoord
