#include "cli/insight_commands.hpp"

#include "core/match_keys.hpp"

namespace werktdoord {

namespace {

void add_match(CLI::App& app, MatchOptions& options, Chosen& chosen) {
    CLI::App* command = add_configured(
        app, "match", "the open requests that could serve a request, best first, with reasons",
        options, print_matches, chosen);
    command->add_option("request", options.request, "the number of a request")->required();
    command->add_option("--format", options.format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
}

void add_cases(CLI::App& app, CasesOptions& options, Chosen& chosen) {
    CLI::App* command =
        add_configured(app, "cases", "the case base: what worked, without personal data", options,
                       print_cases, chosen);
    command->add_option("--format", options.format, "csv or json: an object a line")
        ->check(CLI::IsMember({"csv", "json"}));
    command
        ->add_option("--sector", options.sector,
                     "an SBI code, or the beginning of one, or a section")
        ->check([](const std::string& text) {
            return is_sector_filter(text) ? std::string() : std::string(no_sector_filter);
        });
    command->add_option("--region", options.region, "the key of a region");
    command->add_option("--theme", options.theme, "such as werk-naar-werk");
    command->add_option("--words", options.words, "all of these, in occupation, themes or story");
}

}  // namespace

void add_insight_commands(CLI::App& app, InsightOptions& options, Chosen& chosen) {
    add_match(app, options.match, chosen);
    add_cases(app, options.cases, chosen);
}

}  // namespace werktdoord
