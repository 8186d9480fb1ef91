// `verify`: whether a store, or a backup of one, holds together.

#include <iostream>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/store_problems.hpp"
#include "codec/clean_text.hpp"
#include "engine/kept_settings.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

void FindingPrinter::operator()(const Problem& problem) const {
    std::cout << clean_line(problem.where + ": " + problem.text) << '\n';
}

std::string summary(const Verified& verified) {
    const std::string problems =
        verified.problems == 0 ? "no problems" : std::to_string(verified.problems) + " problems";
    return std::to_string(verified.requests) + " requests, " + std::to_string(verified.lines) +
           " lines of the journal, " + std::to_string(verified.mails) + " mails: " + problems;
}

int verify(const VerifyOptions& options) {
    std::string path = options.store;
    if (path.empty()) {
        const auto config = load_config(options.config);
        if (!config) return exit_usage;
        path = config->store.string();
    }
    FindingPrinter printer;
    bool readable = true;
    Verified verified = open_reader(path)->verify([&](const Problem& problem) {
        readable = readable && problem.where != "database";
        printer(problem);
    });
    // What only the engine knows the form of. Of a broken database nothing else can be told.
    if (readable)
        for (const Problem& problem : unreadable_settings(stored_settings(path))) {
            ++verified.problems;
            printer(problem);
        }
    std::cout.flush();
    std::cerr << path << ": " << summary(verified) << "\n";
    return verified.problems == 0 ? exit_done : exit_problems;
}

}  // namespace werktdoord
