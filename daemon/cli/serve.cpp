// `serve`: the daemon.

#include <iostream>

#include "cli/cli.hpp"
#include "cli/daemon.hpp"
#include "cli/options.hpp"
#include "cli/sources.hpp"
#include "cli/templates.hpp"
#include "cli/tls.hpp"
#include "codec/check.hpp"
#include "engine/writer.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {

namespace {

// The rule tests and what else `check` finds; false when rules may not come into force.
bool checked(const Loaded& loaded) {
    const Findings findings = check_rules(*loaded.rules, SystemClock().now(), loaded.at);
    for (const Finding& finding : findings) std::cerr << to_string(finding) << "\n";
    return !any_error(findings);
}

std::optional<std::vector<IntakeSource>> sources_of(const Config& config) {
    Parsed<std::vector<IntakeSource>> sources = intake_sources(config);
    if (sources) return std::move(*sources);
    const Problems problems = sources.error();
    for (const Problem& problem : problems)
        std::cerr << problem.where << ": error: " << problem.text << "\n";
    return std::nullopt;
}

}  // namespace

int serve(const ServeOptions& options) {
    auto loaded = load_all(options.config);
    if (!loaded || !checked(*loaded)) return exit_usage;
    auto templates = load_templates(loaded->config);
    auto sources = sources_of(loaded->config);
    auto tls = load_tls(loaded->config);
    if (!templates || !sources || !tls) return exit_usage;
    std::optional<Daemon> daemon;
    try {
        daemon.emplace(std::move(*loaded), std::move(*templates), std::move(*sources),
                       std::move(*tls));
    } catch (const RulesRefused& refused) {
        std::cerr << "werktdoord: " << refused.what() << "\n";
        return exit_usage;
    }
    daemon->run();
    return exit_done;
}

}  // namespace werktdoord
