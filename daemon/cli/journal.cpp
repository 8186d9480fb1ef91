// `journal`: the journal as JSON Lines from the store.

#include <chrono>
#include <iostream>
#include <thread>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/journal_personal.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

constexpr int journal_page = 1000;
constexpr std::chrono::milliseconds poll_every{300};

// Prints what comes after `since`; gives the last seq printed.
std::int64_t print_from(StoreReader& reader, std::int64_t since, bool personal) {
    for (;;) {
        const std::vector<JournalLine> lines = reader.journal(since, journal_page, std::nullopt);
        for (const JournalLine& line : lines) {
            std::cout << (personal ? with_personal(line.line, line.personal).value() : line.line)
                      << '\n';
            since = line.seq;
        }
        std::cout.flush();
        if (lines.size() < static_cast<std::size_t>(journal_page) || !std::cout) return since;
    }
}

}  // namespace

int print_journal(const JournalOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    std::int64_t since = print_from(*reader, options.since, options.personal);
    while (options.follow && std::cout) {
        std::this_thread::sleep_for(poll_every);
        since = print_from(*reader, since, options.personal);
    }
    return exit_done;
}

}  // namespace werktdoord
