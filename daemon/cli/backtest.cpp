// `backtest`: stored requests, or those of a file, under other rules; what would change.

#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/options.hpp"
#include "codec/backtest_text.hpp"
#include "engine/calendar_moves.hpp"
#include "net/system_clock.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

// The start of a local day, or an instant; the beginning of time where nothing is given.
std::optional<Instant> read_since(const std::string& text, const Zone& zone) {
    if (text.empty()) return Instant::min();
    if (const Result<LocalDay> day = parse_day(text)) return zone.to_instant(*day);
    if (const Result<Instant> instant = parse_rfc3339(text)) return *instant;
    std::cerr << "werktdoord: --since: expected a day (2026-11-23) or an instant "
                 "(2026-11-23T09:00:00+01:00)\n";
    return std::nullopt;
}

std::string named(const NamedRules& rules) {
    constexpr std::size_t short_hash = 12;
    return rules.from + " (" + rules.rules->hash.substr(0, short_hash) + ")";
}

using Walk = std::function<void(const EachCandidate&)>;

int compare_all(const NamedRules& before, const NamedRules& after, const Walk& walk, bool json) {
    std::cerr << "comparing " << named(before) << " with " << named(after) << "\n";
    const Backtest backtest(*before.rules, *after.rules);
    const Zone& zone = after.rules->calendar.zone();
    BacktestSummary summary;
    walk([&](const Candidate& candidate) {
        if (candidate.kind != Candidate::Kind::request) {
            ++(candidate.kind == Candidate::Kind::forgotten ? summary.forgotten
                                                            : summary.unreadable);
            return;
        }
        const Difference difference = backtest.compare(candidate.data, candidate.tried.at);
        summary.add(difference);
        if (!difference.any()) return;
        if (json)
            std::cout << difference_json(candidate.tried, difference) << '\n';
        else
            std::cout << difference_text(candidate.tried, difference, zone);
    });
    if (json)
        std::cout << summary_json(summary, {before.rules->hash, after.rules->hash}) << '\n';
    else
        std::cout << summary_text(summary);
    std::cout.flush();
    return summary.changed > 0 || summary.unreadable > 0 ? exit_problems : exit_done;
}

int tell_moves(StoreReader& store, const NamedRules& rules, Instant now, bool json) {
    std::cerr << "running clocks under the calendar of " << named(rules) << "\n";
    const Zone& zone = rules.rules->calendar.zone();
    const MovesSummary summary = calendar_moves(
        store, *rules.rules, now, [&](const DeadlineRow& clock, const ClockTimes& times) {
            if (json)
                std::cout << move_json(clock, times) << '\n';
            else
                std::cout << move_text(clock, times, zone);
        });
    std::cout << (json ? moves_summary_json(summary) + "\n" : moves_summary_text(summary));
    std::cout.flush();
    return summary.moved > 0 ? exit_problems : exit_done;
}

int run_backtest(const BacktestOptions& options) {
    const auto config = load_config(options.config);
    const auto since = config ? read_since(options.since, config->zone) : std::nullopt;
    if (!since) return exit_usage;
    const Instant now = SystemClock().now();
    const NamedRules after = rules_after(*config, options.rules, now);
    if (!after.rules) return exit_usage;
    const bool json = options.format == "json";
    if (!options.requests.empty()) {
        const auto lines = open_input(options.requests);
        if (!lines) return exit_usage;
        const NamedRules before = rules_before(*config, nullptr);
        if (!before.rules) return exit_usage;
        const int code = compare_all(
            before, after, [&](const EachCandidate& each) { for_lines(*lines, *since, now, each); },
            json);
        return read_to_its_end(*lines, options.requests) ? code : exit_usage;
    }
    const auto store = open_reader(config->store.string());
    if (options.calendar_only) return tell_moves(*store, after, now, json);
    const NamedRules before = rules_before(*config, store.get());
    if (!before.rules) return exit_usage;
    return compare_all(
        before, after,
        [&](const EachCandidate& each) { for_stored_requests(*store, *since, each); }, json);
}

}  // namespace

int backtest(const BacktestOptions& options) {
    // 1 would say that something changes.
    try {
        return run_backtest(options);
    } catch (const StoreFault& fault) {
        std::cerr << "werktdoord: " << fault.what() << "\n";
        return exit_usage;
    }
}

}  // namespace werktdoord
