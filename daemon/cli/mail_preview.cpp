// `mail preview`: one mail to look at, with made-up values or those of a stored request.

#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/mail_text.hpp"
#include "cli/options.hpp"
#include "cli/preview_letter.hpp"
#include "cli/templates.hpp"
#include "codec/mail_sample.hpp"
#include "codec/nearest.hpp"
#include "engine/partner_work.hpp"
#include "net/system_clock.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

OutboxMail sample_mail(MailKind kind, Instant now) {
    OutboxMail mail;
    mail.queued_at = mail.next_attempt = now;
    mail.kind = kind;
    mail.facts = sample_of(kind);
    mail.to = {Role::employer, "", mail.facts.values.at("recipient_name"),
               mail.facts.values.at("contact_email")};
    if (traits_of(kind).about_a_request)
        mail.request = RequestNumber(mail.facts.values.at("number"));
    return mail;
}

std::optional<Case> partner_of(StoreReader& reader, const Case& request) {
    if (request.introductions.empty()) return std::nullopt;
    return reader.load(request.introductions.back().with);
}

// The mail, or the exit code once why there is none was told.
struct Previewed {
    int exit = exit_done;
    OutboxMail mail;
};

Previewed stored_mail(const PreviewOptions& options, MailKind kind, const Config& config,
                      Instant now) {
    const auto reader = open_reader(config.store.string());
    const NamedRules rules = rules_before(config, reader.get());
    if (!rules.rules) return {exit_usage, {}};
    const auto request = reader->load(RequestNumber(options.request));
    if (!request) return {tell_no_request(options.request), {}};
    const auto partner = partner_of(*reader, *request);
    auto mail = preview_of(kind, *request, partner ? &*partner : nullptr, *rules.rules, now);
    if (mail) {
        add_suggestions(*mail, *reader, *rules.rules, now);
        return {exit_done, std::move(*mail)};
    }
    std::cerr << "werktdoord: " << mail.error().text << "\n";
    return {exit_problems, {}};
}

void print(const MailMessage& message, const std::string& format) {
    if (format == "eml")
        std::cout << to_mime(message);
    else
        std::cout << (format == "html" ? message.html : mail_text(message));
    std::cout.flush();
}

}  // namespace

int preview_mail(const PreviewOptions& options) {
    const auto config = load_config(options.config);
    const auto templates = config ? load_templates(*config) : std::nullopt;
    if (!templates) return exit_usage;
    const std::optional<MailKind> kind = find_name<MailKind>(options.kind);
    if (!kind) {
        std::cerr << "werktdoord: there is no mail \"" << options.kind << "\""
                  << did_you_mean(options.kind, names_of<MailKind>()) << "\n";
        return exit_usage;
    }
    const Instant now = SystemClock().now();
    Previewed previewed;
    if (options.request.empty()) {
        previewed.mail = sample_mail(*kind, now);
    } else if (!traits_of(*kind).about_a_request) {
        std::cerr << "werktdoord: " << options.kind
                  << " is not about one request; leave out --request\n";
        return exit_usage;
    } else {
        previewed = stored_mail(options, *kind, *config, now);
    }
    if (previewed.exit == exit_done)
        print(compose(previewed.mail, *templates, mail_settings(*config)), options.format);
    return previewed.exit;
}

}  // namespace werktdoord
