#include "cli/cli.hpp"

#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/items.hpp"
#include "cli/add_command.hpp"
#include "cli/care_commands.hpp"
#include "cli/desk_commands.hpp"
#include "cli/input.hpp"
#include "cli/insight_commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "codec/clean_text.hpp"
#include "codec/nearest.hpp"

namespace werktdoord {

namespace {

class CommandLine {
public:
    CommandLine() : app_("werktdoord runs the work route of NLWerktDoor", "werktdoord") {
        app_.set_version_flag("--version", std::string("werktdoord ") + WERKTDOOR_VERSION);
        app_.require_subcommand(1);
        app_.fallthrough(false);
        add_serve();
        add_check();
        add_route();
        add_due();
        add_simulate();
        add_submit();
        add_journal();
        add_backtest();
        add_report();
        add_desk_commands(app_, desk_, chosen_);
        add_care_commands(app_, care_, chosen_);
        add_insight_commands(app_, insight_, chosen_);
    }

    int run(int argc, char** argv) {
        const std::string first = argc > 1 ? argv[1] : "";
        if (!first.starts_with('-') && lacks(app_, first)) return unknown(app_, first);
        if (const CLI::App* group = group_of(first)) {
            const std::string word = word_below({argv + 2, argv + argc});
            if (lacks(*group, word)) return unknown(*group, word);
        }
        try {
            app_.parse(argc, argv);
        } catch (const CLI::Success& asked) {  // --help, --version
            return app_.exit(asked);
        } catch (const CLI::ParseError& error) {
            app_.exit(error);
            return exit_usage;
        }
        return chosen_();
    }

private:
    static std::vector<std::string> commands(const CLI::App& above) {
        std::vector<std::string> names;
        // A group of options counts as one without a name.
        const auto named = [](const CLI::App* command) { return !command->get_name().empty(); };
        for (const CLI::App* command : above.get_subcommands(named))
            names.push_back(command->get_name());
        return names;
    }

    static bool lacks(const CLI::App& above, const std::string& word) {
        const std::vector<std::string> known = commands(above);
        return !word.empty() && !has(known, word);
    }

    // The command of this name, if it has others below it.
    const CLI::App* group_of(const std::string& name) const {
        for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; }))
            if (command->get_name() == name && !commands(*command).empty()) return command;
        return nullptr;
    }

    static int unknown(const CLI::App& above, const std::string& name) {
        const std::string path = above.get_parent() == nullptr ? "" : above.get_name() + " ";
        std::cerr << "werktdoord: there is no command '" << path << name << "'"
                  << did_you_mean(name, commands(above)) << "; see werktdoord " << path
                  << "--help\n";
        return exit_usage;
    }

    template <class Options>
    CLI::App* add(const char* name, const char* what, Options& options,
                  int (*command)(const Options&)) {
        return add_configured(app_, name, what, options, command, chosen_);
    }

    void add_serve() { add("serve", "the daemon: intake, clocks, mail", serve_, serve); }

    void add_check() {
        CLI::App* command = add("check",
                                "read configuration and rules, run the rule tests, warn of what "
                                "is most likely not meant, look 8 weeks ahead for roster gaps",
                                check_, check);
        command
            ->add_option("--format", check_.format, "text, or json: one array, for editors and CI")
            ->check(CLI::IsMember({"text", "json"}));
    }

    void add_route() {
        CLI::App* command = add("route",
                                "where requests go: JSON Lines of request data in, a "
                                "JSON line out for each",
                                route_, route_requests);
        command->add_flag("--explain", route_.explain, "tell a person which rule matched and why");
        CLI::Option* input =
            command->add_option("input", route_.input, "a file, or - for standard input");
        CLI::Option* at =
            command->add_option("--at", route_.at, "as of this instant, RFC 3339; now if left out");
        command
            ->add_option("--request", route_.request,
                         "a stored request, under the rules it was routed by")
            ->excludes(input)
            ->excludes(at);
    }

    void add_due() {
        CLI::App* command =
            add("due", "when a clock that started at an instant runs out", due_, due);
        command->add_option("--within", due_.within, "\"1 working_day\", \"14 days\"")->required();
        command->add_flag("--explain", due_.explain, "the count day by day");
        command->add_option("instant", due_.instant,
                            "RFC 3339; - for one a line from standard input; now if left out");
    }

    void add_simulate() {
        CLI::App* command = add("simulate",
                                "the same core on virtual time: stimuli in, the "
                                "journal out",
                                simulate_, simulate);
        command->add_option("--until", simulate_.until, "let time run to this instant");
        command->add_option("--mail", simulate_.mail, "write the mails to this folder");
        command->add_option("--store", simulate_.store, "keep the store in this new file");
        command->add_option("stimuli", simulate_.stimuli, "JSON Lines, or - for standard input")
            ->required();
    }

    void add_submit() {
        CLI::App* command = add("submit", "sign a request and post it to a running daemon", submit_,
                                submit_request);
        command->add_option("--url", submit_.url, "of the daemon, else as configured");
        command->add_option("--id", submit_.id, "the webhook id, else a new one");
        command->add_option("request", submit_.request, "a JSON file, or - for standard input")
            ->required();
    }

    void add_journal() {
        CLI::App* command = add("journal", "the journal as JSON Lines", journal_, print_journal);
        command->add_option("--since", journal_.since, "only lines after this seq");
        command->add_flag("--follow", journal_.follow, "wait for further lines");
        command->add_flag("--personal", journal_.personal, "show personal data and free text");
    }

    void add_backtest() {
        CLI::App* command =
            add("backtest", "what other rules would have changed, request by request", backtest_,
                backtest);
        command->add_option("--rules", backtest_.rules, "the folder of the other rules")
            ->required();
        CLI::Option* since = command->add_option("--since", backtest_.since,
                                                 "only requests of this day (or instant) or later");
        CLI::Option* requests = command->add_option(
            "--requests", backtest_.requests,
            "JSON Lines instead of the stored requests, or - for standard input");
        command
            ->add_flag("--calendar-only", backtest_.calendar_only,
                       "which running clocks the other calendar moves")
            ->excludes(since)
            ->excludes(requests);
        command->add_option("--format", backtest_.format, "text or json")
            ->check(CLI::IsMember({"text", "json"}));
    }

    void add_report() {
        CLI::App* command = add("report", "volumes, response times and outcomes of a period",
                                report_, print_report);
        command->add_option("--from", report_.from, "the first day, 2026-01-01")->required();
        command->add_option("--until", report_.until, "the last day, 2026-12-31")->required();
        command->add_option("--format", report_.format, "text, json, csv, or html: one page")
            ->check(CLI::IsMember({"text", "json", "csv", "html"}));
    }

    CLI::App app_;
    Chosen chosen_;
    ServeOptions serve_;
    CheckOptions check_;
    RouteOptions route_;
    DueOptions due_;
    SimulateOptions simulate_;
    SubmitOptions submit_;
    JournalOptions journal_;
    BacktestOptions backtest_;
    ReportOptions report_;
    DeskOptions desk_;
    CareOptions care_;
    InsightOptions insight_;
};

}  // namespace

int run_command_line(int argc, char** argv) {
    // The store, backups and mails hold personal data: nothing for others of this machine.
    ::umask(::umask(0) | S_IRWXO);
    keep_place_of_standard_input();
    try {
        CommandLine line;
        return with_written_output(line.run(argc, argv));
    } catch (const std::exception& error) {
        // It may quote what stands in a damaged row.
        std::cerr << "werktdoord: " << clean_line(error.what()) << "\n";
        return exit_problems;
    }
}

}  // namespace werktdoord
