#include "cli/insight_commands.hpp"

namespace werktdoord {

namespace {

void add_match(CLI::App& app, MatchOptions& options, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand(
        "match", "the open requests that could serve a request, best first, with reasons");
    command->add_option("--config", options.config, "the configuration of this machine")
        ->required();
    command->add_option("request", options.request, "the number of a request")->required();
    command->add_option("--format", options.format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    command->callback(
        [&options, &chosen] { chosen = [&options] { return print_matches(options); }; });
}

void add_cases(CLI::App& app, CasesOptions& options, std::function<int()>& chosen) {
    CLI::App* command =
        app.add_subcommand("cases", "the case base: what worked, without personal data");
    command->add_option("--config", options.config, "the configuration of this machine")
        ->required();
    command->add_option("--format", options.format, "csv or json: an object a line")
        ->check(CLI::IsMember({"csv", "json"}));
    command->add_option("--sector", options.sector, "an SBI code, or the beginning of one");
    command->add_option("--region", options.region, "the key of a region");
    command->add_option("--theme", options.theme, "such as werk-naar-werk");
    command->add_option("--words", options.words, "all of these, in occupation, themes or story");
    command->callback(
        [&options, &chosen] { chosen = [&options] { return print_cases(options); }; });
}

}  // namespace

void add_insight_commands(CLI::App& app, InsightOptions& options, std::function<int()>& chosen) {
    add_match(app, options.match, chosen);
    add_cases(app, options.cases, chosen);
}

}  // namespace werktdoord
