#include "cli/care_commands.hpp"

#include "cli/usage.hpp"

namespace werktdoord {

namespace {

void add_forget(CLI::App& app, ForgetOptions& options, Chosen& chosen) {
    CLI::App* command = add_configured(
        app, "forget", "erase the personal data of a closed request, or a rejected submission",
        options, forget_person, chosen);
    auto* what = command->add_option_group("what");
    what->add_option("--request", options.request, "the number of a request");
    what->add_option("--rejected", options.rejected, "the id of a rejected submission")
        ->check(fault_of_id);
    what->require_option(1);
    command->add_option("--by", options.by, "who decides: a team member's key");
}

}  // namespace

void add_care_commands(CLI::App& app, CareOptions& options, Chosen& chosen) {
    CLI::App* backup = add_configured(app, "backup", "a consistent copy, while the daemon runs",
                                      options.backup, back_up_store, chosen);
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

    CLI::App* subject = add_configured(app, "subject", "all data held on a person, as JSON Lines",
                                       options.subject, print_subject, chosen);
    subject->add_option("--email", options.subject.email, "their e-mail address")->required();
}

}  // namespace werktdoord
