// `serve`: the daemon.

#include <filesystem>
#include <iostream>

#include "cli/cli.hpp"
#include "cli/daemon.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/sources.hpp"
#include "cli/stand_in.hpp"
#include "cli/templates.hpp"
#include "cli/tls.hpp"
#include "codec/check.hpp"
#include "engine/writer.hpp"
#include "net/signals.hpp"
#include "net/system_clock.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

// Whether the store was served with just these rules before. One that cannot be read says no.
bool were_in_force(const Loaded& loaded) {
    if (!std::filesystem::exists(loaded.config.store)) return false;
    try {
        return open_reader(loaded.config.store.string())->rules_in_force() == loaded.rules->hash;
    } catch (const StoreFault&) {
        return false;
    }
}

// The examples and what else `check` finds; false when rules may not come into force. Those that
// are in force stay so: an example that ran out overnight must not keep the daemon from starting.
bool checked(const Loaded& loaded) {
    const Findings findings = check_rules(*loaded.rules, SystemClock().now(), loaded.at);
    for (const Finding& finding : findings) std::cerr << to_string(finding) << "\n";
    return !any_error(findings) || were_in_force(loaded);
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
    auto loaded = load_all(options.config);
    if (!loaded || !checked(*loaded)) return exit_usage;
    auto templates = load_templates(loaded->config);
    auto sources = sources_of(loaded->config);
    auto tls = load_tls(loaded->config, SystemClock().now());
    if (!templates || !sources || !tls) return exit_usage;
    try {
        Lasting lasting(std::move(*loaded), std::move(*templates), std::move(*sources),
                        std::move(*tls));
        return serve_until_stopped(lasting);
    } catch (const RulesRefused& refused) {
        std::cerr << "werktdoord: " << refused.what() << "\n";
        return exit_usage;
    }
}

}  // namespace werktdoord
