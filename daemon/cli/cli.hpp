// The command line: one binary with subcommands (contract section 1).
#pragma once

namespace werktdoord {

// Exit codes of every subcommand (contract, opening).
constexpr int exit_done = 0;
constexpr int exit_problems = 1;
constexpr int exit_usage = 2;

// Runs the subcommand that `argv` names and gives its exit code.
int run_command_line(int argc, char** argv);

}  // namespace werktdoord
