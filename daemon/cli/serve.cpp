// `serve`: the daemon.

#include <filesystem>
#include <iostream>

#include "cli/access.hpp"
#include "cli/cli.hpp"
#include "cli/daemon.hpp"
#include "cli/findings_log.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/templates.hpp"
#include "cli/tls.hpp"
#include "cli/wait_for_store.hpp"
#include "codec/check_rules.hpp"
#include "engine/writer.hpp"
#include "net/signals.hpp"
#include "net/system_clock.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

// Whether the store was served with just these rules before. One that cannot be read says no.
bool were_in_force(const Config& config, const RuleSet& rules) {
    if (!std::filesystem::exists(config.store)) return false;
    try {
        return open_reader(config.store.string())->rules_in_force() == rules.hash;
    } catch (const StoreFault&) {
        return false;
    }
}

// What reading and checking the rules found, with what may be served; told where they may not come
// into force. Those that are in force stay so: an example that ran out overnight must not keep the
// daemon from starting.
struct Readied {
    Loaded loaded;
    Findings findings;
};
std::optional<Readied> rules_to_serve(const std::string& config_path) {
    auto config = load_config(config_path);
    if (!config) return std::nullopt;
    RulesRead read = read_rules_of(*config);
    Findings findings = findings_of(read, SystemClock().now());
    if (read.rules && (!any_error(findings) || were_in_force(*config, *read.rules)))
        return Readied{{std::move(*config), std::move(read.rules), std::move(read.at)},
                       std::move(findings)};
    tell_refused(findings, config_path);
    return std::nullopt;
}

std::optional<std::vector<IntakeSource>> sources_of(const Config& config) {
    Parsed<std::vector<IntakeSource>> sources = intake_sources(config);
    if (sources) return std::move(*sources);
    tell_problems(sources.error());
    return std::nullopt;
}

// A disk that fails for a while ends nothing: the daemon is put together anew when it is well.
int serve_until_stopped(Lasting& lasting) {
    for (;;) {
        std::string why;
        try {
            Daemon daemon(lasting);
            if (daemon.run() == Daemon::Ending::told_to) return exit_done;
            continue;
        } catch (const StoreFault& fault) {
            if (!fault.retry && !fault.damaged) throw;
            why = fault.what();
        }
        if (!wait_for_store(lasting, why)) return exit_done;
    }
}

}  // namespace

int serve(const ServeOptions& options) {
    ignore_broken_pipes();
    auto readied = rules_to_serve(options.config);
    if (!readied) return exit_usage;
    const Config& config = readied->loaded.config;
    auto templates = load_templates(config);
    auto sources = sources_of(config);
    auto tls = load_tls(config, SystemClock().now());
    if (!templates || !sources || !tls) return exit_usage;
    try {
        Lasting lasting(std::move(readied->loaded), std::move(*templates), std::move(*sources),
                        std::move(*tls));
        log_findings(lasting.log, readied->findings);
        return serve_until_stopped(lasting);
    } catch (const RulesRefused& refused) {
        std::cerr << "werktdoord: " << refused.what() << "\n";
        return exit_usage;
    }
}

}  // namespace werktdoord
