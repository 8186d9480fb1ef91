#include "cli/care_commands.hpp"

#include "cli/usage.hpp"

namespace werktdoord {

namespace {

template <class Options>
CLI::App* add_command(CLI::App& app, const char* name, const char* what, const Options& options,
                      int (*run)(const Options&), std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand(name, what);
    command->callback(
        [&options, run, &chosen] { chosen = [&options, run] { return run(options); }; });
    return command;
}

CLI::Option* add_config(CLI::App* command, std::string& config) {
    return command->add_option("--config", config, "the configuration of this machine");
}

void add_forget(CLI::App& app, ForgetOptions& options, std::function<int()>& chosen) {
    CLI::App* command = add_command(
        app, "forget", "erase the personal data of a closed request, or a rejected submission",
        options, forget_person, chosen);
    add_config(command, options.config)->required();
    auto* what = command->add_option_group("what");
    what->add_option("--request", options.request, "the number of a request");
    what->add_option("--rejected", options.rejected, "the id of a rejected submission")
        ->check(fault_of_id);
    what->require_option(1);
    command->add_option("--by", options.by, "who decides: a team member's key");
}

}  // namespace

void add_care_commands(CLI::App& app, CareOptions& options, std::function<int()>& chosen) {
    CLI::App* backup = add_command(app, "backup", "a consistent copy, while the daemon runs",
                                   options.backup, back_up_store, chosen);
    add_config(backup, options.backup.config)->required();
    backup->add_option("target", options.backup.target, "a new file")
        ->required()
        ->check(fault_of_file_name);

    CLI::App* check = add_command(app, "verify",
                                  "integrity of database and journal chain, and whether the state "
                                  "is what the journal tells",
                                  options.verify, verify, chosen);
    add_config(check, options.verify.config);
    check->add_option("store", options.verify.store, "a file, such as a backup, in its place");
    check->callback([&options, &chosen] {
        if (options.verify.config.empty() && options.verify.store.empty())
            throw CLI::RequiredError("--config FILE, or the file of a store,");
        chosen = [&options] { return verify(options.verify); };
    });

    add_forget(app, options.forget, chosen);

    CLI::App* subject = add_command(app, "subject", "all data held on a person, as JSON Lines",
                                    options.subject, print_subject, chosen);
    add_config(subject, options.subject.config)->required();
    subject->add_option("--email", options.subject.email, "their e-mail address")->required();
}

}  // namespace werktdoord
