#include "engine/compose.hpp"

#include <algorithm>

namespace werktdoord {
namespace {

void complete_links(Facts& facts, const OutboxMail& mail, const MailSettings& settings) {
    const auto found = facts.values.find("link");
    if (found != facts.values.end() && found->second.starts_with('/')) {
        std::string& link = found->second;
        link = settings.link ? settings.link(mail, link) : settings.public_url + link;
    }
    for (auto& [name, items] : facts.lists)
        for (Facts& item : items) complete_links(item, mail, settings);
}

std::string thread_of(const OutboxMail& mail, const std::string& domain) {
    return mail.request ? mail.request->text() + "@" + domain : std::string();
}

}  // namespace

MailMessage compose(const OutboxMail& mail, const Templates& templates,
                    const MailSettings& settings) {
    Facts facts = mail.facts;
    facts.values.emplace("recipient_name", mail.to.name);
    if (mail.request) facts.values.emplace("number", mail.request->text());
    complete_links(facts, mail, settings);
    RenderedMail rendered = templates.render(mail.template_name, facts);

    const std::string domain = settings.from.domain();
    const std::string own = "outbox-" + std::to_string(mail.id);
    const std::string id = mail.request ? own + "." + mail.request->text() : own;
    return {settings.from,
            {mail.to.name, mail.to.address},
            std::move(rendered.subject),
            std::max(mail.queued_at, mail.next_attempt),
            settings.zone,
            id + "@" + domain,
            thread_of(mail, domain),
            std::move(rendered.text),
            std::move(rendered.html)};
}

std::string mail_name(const OutboxMail& mail) {
    std::string number = std::to_string(mail.id);
    if (number.size() < 9) number.insert(0, 9 - number.size(), '0');
    return number + "-" + mail.template_name;
}

}  // namespace werktdoord
