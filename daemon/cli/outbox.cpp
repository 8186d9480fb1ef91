// `outbox`: what waits, what is parked and why; sending a parked mail again, or dropping one.

#include <iostream>

#include "cli/cli.hpp"
#include "cli/desk.hpp"
#include "cli/input.hpp"
#include "cli/mail_text.hpp"
#include "cli/options.hpp"
#include "cli/templates.hpp"
#include "codec/clean_text.hpp"
#include "engine/desk_json.hpp"
#include "engine/leaving_mail.hpp"
#include "engine/partner_work.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

std::string recipient_of(const OutboxMail& mail) {
    return std::string(name_of(mail.to.role)) + ":" + mail.to.key;
}

// Why it is where it is, in one line.
std::string why_of(const OutboxMail& mail, const Zone& zone) {
    std::string why;
    if (mail.state == MailState::waiting) why = "until " + zone.to_rfc3339(mail.next_attempt);
    if (!mail.last_error.empty()) why += (why.empty() ? "" : ", ") + mail.last_error;
    return why;
}

void print_row(const OutboxMail& mail, const Zone& zone) {
    std::cout << table_line({{std::to_string(mail.id), 7},
                             {std::string(name_of(mail.state)), 7},
                             {kind_text(mail), 15},
                             {recipient_of(mail), 34},
                             {mail.request ? mail.request->text() : "-", 16},
                             {why_of(mail, zone), 0}});
}

void print_member(const char* name, const std::string& text) {
    if (!text.empty()) std::cout << table_line({{name, 13}, {text, 0}});
}

void print_state(const OutboxMail& mail, const Zone& zone) {
    print_member("mail", std::to_string(mail.id));
    print_member("state", std::string(name_of(mail.state)));
    print_member("kind", kind_text(mail));
    print_member("to", recipient_of(mail));
    print_member("request", mail.request ? mail.request->text() : "");
    print_member("queued", zone.to_rfc3339(mail.queued_at));
    print_member("attempts", std::to_string(mail.attempts));
    if (mail.first_failure) print_member("first failure", zone.to_rfc3339(*mail.first_failure));
    print_member("last error", mail.last_error);
    if (mail.state == MailState::waiting)
        print_member("next try", zone.to_rfc3339(mail.next_attempt));
}

// What it says, where that is still kept.
int print_mail(OutboxMail mail, StoreReader& reader, const std::string& config) {
    std::cout << "\n";
    if (mail.state == MailState::sent || mail.state == MailState::dropped ||
        mail.to.address.empty()) {
        std::cout << "What it said is not kept any more.\n";
        return exit_done;
    }
    const auto loaded = load_all(config);
    const auto templates = loaded ? load_templates(loaded->config) : std::nullopt;
    if (!templates) return exit_usage;
    const auto request = mail.request ? reader.load(*mail.request) : std::nullopt;
    if (request) mail = written(mail, *request, *loaded->rules, mail.next_attempt);
    add_suggestions(mail, reader, *loaded->rules, mail.next_attempt);
    if (!mail.kind) {
        std::cerr << "werktdoord: there is no template for " << mail.unknown_kind << "\n";
        return exit_problems;
    }
    std::cout << mail_text(compose(mail, *templates, mail_settings(loaded->config)));
    return exit_done;
}

}  // namespace

int list_outbox(const OutboxOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    const auto state = find_name<MailState>(options.state);
    auto mails = options.state.empty() ? open_mails(*reader, options.limit + 1)
                                       : reader->outbox(state, options.limit + 1);
    const bool more = mails.size() > static_cast<std::size_t>(options.limit);
    if (more) mails.pop_back();
    for (const OutboxMail& mail : mails) {
        if (options.format == "json")
            std::cout << mail_json(mail) << '\n';
        else
            print_row(mail, config->zone);
    }
    if (more) std::cerr << "there are more; --limit shows more of them\n";
    return exit_done;
}

int show_outbox(const OutboxOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    const auto reader = open_reader(config->store.string());
    const auto mail = reader->mail(options.id);
    if (!mail) {
        std::cerr << "werktdoord: there is no mail " << options.id << "\n";
        return exit_problems;
    }
    if (options.format == "json") {
        std::cout << mail_json(*mail) << '\n';
        return exit_done;
    }
    print_state(*mail, config->zone);
    return print_mail(*mail, *reader, options.config);
}

int send_outbox(const OutboxOptions& options) {
    return decide_here(options.config,
                       {DeskDecision::Kind::resend, options.id, options.by, options.reason});
}

int drop_outbox(const OutboxOptions& options) {
    return decide_here(options.config,
                       {DeskDecision::Kind::drop, options.id, options.by, options.reason});
}

}  // namespace werktdoord
