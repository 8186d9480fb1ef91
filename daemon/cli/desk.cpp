#include "cli/desk.hpp"

#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "codec/clean_text.hpp"
#include "codec/text_check.hpp"
#include "engine/engine.hpp"
#include "engine/journal_time.hpp"
#include "net/system_clock.hpp"
#include "net/system_salt.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

std::optional<Reply> write_here(const Config& config,
                                const std::function<Reply(Engine&, Instant)>& work) {
    // A reader creates no store and migrates none.
    const auto reader = open_reader(config.store.string());
    const NamedRules rules = rules_before(config, reader.get());
    if (!rules.rules) return std::nullopt;
    SystemSalts salts;
    const SystemClock time;
    const auto store = open_store(config.store.string(), salts);
    Engine engine(*store, rules.rules);
    Reply reply;
    // The time is read once the store is ours, so that the journal never runs backwards.
    store->transaction([&] { reply = work(engine, journal_time(*store, time.now())); });
    return reply;
}

int decide_here(const std::string& config_path, const DeskDecision& decision) {
    const auto config = load_config(config_path);
    if (!config) return exit_usage;
    const auto reply = write_here(
        *config, [&](Engine& engine, Instant now) { return engine.decide(decision, now); });
    if (!reply) return exit_usage;
    tell_refusal(*reply);
    if (reply->outcome != Reply::Outcome::stored) return exit_problems;
    std::cout << reply->answer << "\n";
    return exit_done;
}

void tell_refusal(const Reply& reply) {
    if (!reply.refusal) return;
    for (const Problem& problem : reply.refusal->problems) {
        const std::string option = problem.where.empty() ? "" : "--" + problem.where.substr(1);
        std::cerr << "werktdoord: " << option << (option.empty() ? "" : ": ") << problem.text
                  << "\n";
    }
}

std::string table_line(const std::vector<std::pair<std::string, std::size_t>>& cells) {
    std::string line;
    for (const auto& [text, width] : cells) {
        const std::string clean = clean_line(text);
        const std::size_t taken = character_count(clean);
        line += clean + std::string(taken < width ? width - taken : 0, ' ') + "  ";
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line + "\n";
}

}  // namespace werktdoord
