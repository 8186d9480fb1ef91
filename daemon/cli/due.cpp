// `due`: when a clock that started at an instant runs out.

#include <iostream>
#include <string>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {

namespace {

void tell(const RuleSet& rules, Instant start, Span within, bool explain) {
    if (explain) {
        for (const std::string& line : explain_forward(rules.calendar, start, within))
            std::cout << line << "\n";
        return;
    }
    const Instant due = rules.calendar.forward(start, within);
    std::cout << rules.calendar.zone().to_rfc3339(due) << "\n";
}

bool tell_text(const RuleSet& rules, const std::string& text, Span within, bool explain) {
    const Result<Instant> start = parse_rfc3339(text);
    if (!start) {
        std::cerr << "werktdoord: '" << text << "': " << start.error().text << "\n";
        return false;
    }
    tell(rules, *start, within, explain);
    return true;
}

int tell_lines(const RuleSet& rules, Span within, bool explain) {
    const auto input = open_input("-");
    if (!input) return exit_usage;
    bool all = true;
    for (std::string line; std::getline(*input, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (!line.empty()) all = tell_text(rules, line, within, explain) && all;
    }
    if (!read_to_its_end(*input, "-")) return exit_usage;
    return all ? exit_done : exit_problems;
}

}  // namespace

int due(const DueOptions& options) {
    const Result<Span> within = parse_span(options.within);
    if (!within) {
        std::cerr << "werktdoord: --within: " << within.error().text << "\n";
        return exit_usage;
    }
    const auto loaded = load_all(options.config);
    if (!loaded) return exit_usage;
    const RuleSet& rules = *loaded->rules;
    if (options.instant == "-") return tell_lines(rules, *within, options.explain);
    if (options.instant.empty()) {
        tell(rules, SystemClock().now(), *within, options.explain);
        return exit_done;
    }
    return tell_text(rules, options.instant, *within, options.explain) ? exit_done : exit_usage;
}

}  // namespace werktdoord
