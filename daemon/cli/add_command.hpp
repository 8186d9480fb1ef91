// How a subcommand comes on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace werktdoord {

// What the parsed command line is to run.
using Chosen = std::function<int()>;

inline CLI::Option* add_config(CLI::App* command, std::string& config) {
    return command->add_option("--config", config, "the configuration of this machine");
}

// `options` and `chosen` must outlive the parsing and the run.
template <class Options>
CLI::App* add_command(CLI::App& app, const char* name, const char* what, const Options& options,
                      int (*run)(const Options&), Chosen& chosen) {
    CLI::App* command = app.add_subcommand(name, what);
    command->callback(
        [&options, run, &chosen] { chosen = [&options, run] { return run(options); }; });
    return command;
}

// The same, of a command that needs its own --config.
template <class Options>
CLI::App* add_configured(CLI::App& app, const char* name, const char* what, Options& options,
                         int (*run)(const Options&), Chosen& chosen) {
    CLI::App* command = add_command(app, name, what, options, run, chosen);
    add_config(command, options.config)->required();
    return command;
}

}  // namespace werktdoord
