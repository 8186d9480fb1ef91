// `backup`: a consistent copy of the store, beside the running daemon.

#include "store/backup.hpp"

#include <iostream>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/store_problems.hpp"

namespace werktdoord {

int back_up_store(const BackupOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    FindingPrinter printer;
    const Result<Verified> done = back_up(config->store.string(), options.target, printer);
    if (!done) {
        std::cerr << "werktdoord: " << done.error().where << ": " << done.error().text << "\n";
        return exit_problems;
    }
    std::cerr << options.target << ": " << summary(*done) << "\n";
    return done->problems == 0 ? exit_done : exit_problems;
}

}  // namespace werktdoord
