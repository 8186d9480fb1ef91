// `report`: volumes, response times and outcomes of the requests received in a period.

#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/report_period.hpp"
#include "codec/report_tables.hpp"
#include "codec/report_words.hpp"
#include "core/place_words.hpp"
#include "engine/report_figures.hpp"
#include "net/system_clock.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

std::optional<ReportPeriod> period_of(const ReportOptions& options) {
    const auto period = read_period(options.from, options.until);
    if (period) return *period;
    for (const Problem& problem : period.error())
        std::cerr << "werktdoord: --" << problem.where << ": " << problem.text << "\n";
    return std::nullopt;
}

std::string printed(const ReportFigures& figures, const std::string& format,
                    const RegionNames& names) {
    if (format == "json") return report_json(figures) + "\n";
    if (format == "csv") return report_csv(figures);
    const ReportWords words = report_words(figures, names);
    return format == "html" ? report_html(words) : report_text(words);
}

}  // namespace

int print_report(const ReportOptions& options) {
    const auto period = period_of(options);
    const auto config = period ? load_config(options.config) : std::nullopt;
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    const NamedRules rules = rules_before(*config, reader.get());
    if (!rules.rules) return exit_usage;
    const ReportFigures figures =
        report_figures(*reader, *period, config->zone, SystemClock().now());
    std::cout << printed(figures, options.format, [&](const RegionKey& region) {
        return region_name(region, *rules.rules);
    });
    std::cout.flush();
    if (figures.received == 0) std::cerr << "werktdoord: no request was received in this period\n";
    return exit_done;
}

}  // namespace werktdoord
