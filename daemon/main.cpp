// Hands the command line to the subcommand it names.

#include "cli/cli.hpp"

int main(int argc, char** argv) {
    return werktdoord::run_command_line(argc, argv);
}
