#include "cli/desk_commands.hpp"

#include "cli/usage.hpp"
#include "codec/decision_body.hpp"
#include "codec/text_check.hpp"
#include "engine/desk_json.hpp"

namespace werktdoord {

namespace {

constexpr int list_most = 100'000;

// A command that has only others below it; each takes --config before or after its name.
CLI::App* add_group(CLI::App& app, const char* name, const char* what, std::string& config) {
    CLI::App* group = app.add_subcommand(name, what);
    add_config(group, config)->required();
    group->require_subcommand(1);
    return group;
}

template <class Options>
CLI::App* add_one(CLI::App* group, const char* name, const char* what, const Options& options,
                  int (*run)(const Options&), Chosen& chosen) {
    CLI::App* command = add_command(*group, name, what, options, run, chosen);
    command->fallthrough();
    command->footer("--config FILE, the configuration of this machine, is required.");
    return command;
}

void add_format(CLI::App* command, std::string& format, const char* what) {
    command->add_option("--format", format, what)->check(CLI::IsMember({"text", "json"}));
}

void add_id(CLI::App* command, std::int64_t& id, const char* what) {
    command->add_option("id", id, what)->required()->check(fault_of_id);
}

std::string fault_of_reason(const std::string& reason) {
    if (is_blank(reason)) return "is empty";
    if (has_control_character(reason, true)) return "has control characters";
    if (character_count(reason) > decision_reason_max) return "is too long";
    return "";
}

template <class Options>
void add_by_and_reason(CLI::App* command, Options& options) {
    command->add_option("--by", options.by, "who decides: a team member's key");
    command->add_option("--reason", options.reason, "why; kept as free text")
        ->required()
        ->check(fault_of_reason);
}

void add_outbox(CLI::App& app, OutboxOptions& options, Chosen& chosen) {
    CLI::App* group = add_group(app, "outbox", "mail that waits or is parked", options.config);
    CLI::App* list = add_one(group, "list", "what waits and what is parked, newest first", options,
                             list_outbox, chosen);
    list->add_option("--state", options.state, "only mails in this state, or all")
        ->check(CLI::IsMember(states_or_all<MailState>()));
    list->add_option("--limit", options.limit, "how many at most")->check(CLI::Range(1, list_most));
    add_format(list, options.format, "text, or JSON Lines");
    CLI::App* show = add_one(group, "show", "one mail: why it is parked, and what it says", options,
                             show_outbox, chosen);
    add_id(show, options.id, "of the mail");
    add_format(show, options.format, "text, or one JSON object without what it says");
    CLI::App* send =
        add_one(group, "send", "let a parked mail wait anew, as if it had never failed", options,
                send_outbox, chosen);
    add_id(send, options.id, "of the mail");
    send->add_option("--by", options.by, "who decides: a team member's key");
    CLI::App* drop = add_one(group, "drop", "do not send a mail that is parked or waits", options,
                             drop_outbox, chosen);
    add_id(drop, options.id, "of the mail");
    add_by_and_reason(drop, options);
}

void add_rejected(CLI::App& app, RejectedOptions& options, Chosen& chosen) {
    CLI::App* group =
        add_group(app, "rejected", "submissions that could not be read", options.config);
    CLI::App* list =
        add_one(group, "list", "those that are open, oldest first", options, list_rejected, chosen);
    list->add_option("--state", options.state, "only those in this state, or all")
        ->check(CLI::IsMember(states_or_all<RejectedState>()));
    add_format(list, options.format, "text, or JSON Lines");
    CLI::App* show = add_one(group, "show", "one of them: what is wrong, and what was sent",
                             options, show_rejected, chosen);
    add_id(show, options.id, "of the submission");
    add_format(show, options.format, "text, or one JSON object without what was sent");
    CLI::App* aside = add_one(group, "set-aside", "be done with one that will not come mended",
                              options, set_rejected_aside, chosen);
    add_id(aside, options.id, "of the submission");
    add_by_and_reason(aside, options);
}

void add_mail(CLI::App& app, PreviewOptions& options, Chosen& chosen) {
    CLI::App* group = add_group(app, "mail", "a preview of a mail", options.config);
    CLI::App* preview = add_one(group, "preview", "a mail with made-up values, to look at", options,
                                preview_mail, chosen);
    preview->add_option("template", options.kind, "the kind of mail: confirmation, …")->required();
    preview->add_option("--request", options.request, "with what a stored request says");
    preview->add_option("--format", options.format, "text, html, or eml: the whole message")
        ->check(CLI::IsMember({"text", "html", "eml"}));
}

}  // namespace

void add_desk_commands(CLI::App& app, DeskOptions& options, Chosen& chosen) {
    add_rejected(app, options.rejected, chosen);
    add_outbox(app, options.outbox, chosen);
    add_mail(app, options.preview, chosen);
}

}  // namespace werktdoord
