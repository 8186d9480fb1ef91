#include "engine/compose.hpp"

#include <algorithm>

#include "core/dutch.hpp"

namespace werktdoord {
namespace {

// A row of a digest that tells of a request and lacks its link.
bool lacks_link(const Facts& item) {
    return item.values.contains("link") && item.value("link").empty() &&
           !item.value("number").empty();
}

LinkSubject subject_of(const Facts& item) {
    LinkSubject subject{RequestNumber(item.values.at("number")), std::nullopt};
    const auto region = item.values.find("region");
    if (region != item.values.end()) subject.region = RegionKey(region->second);
    const auto wsp = item.values.find("wsp");
    if (wsp != item.values.end()) subject.wsp = WspKey(wsp->second);
    return subject;
}

void add_links(Facts& facts, const OutboxMail& mail, const MailSettings& settings) {
    if (!settings.link) return;
    std::string& link = facts.values["link"];
    if (link.empty()) link = settings.link(mail, {mail.request, mail.region});
    for (auto& [name, items] : facts.lists)
        for (Facts& item : items)
            if (lacks_link(item)) item.values["link"] = settings.link(mail, subject_of(item));
}

// Wherever a region is named: "regio Twente", as it stands within a sentence.
void add_region_words(Facts& facts, const char* name) {
    const std::string& region = facts.value(name);
    if (!region.empty()) facts.values.emplace("region_nl", dutch_region(region));
    for (auto& [list, items] : facts.lists)
        for (Facts& item : items) add_region_words(item, list == "regions" ? "name" : name);
}

std::string domain_of(const Mailbox& mailbox) {
    return mailbox.address.substr(mailbox.address.rfind('@') + 1);
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
    add_region_words(facts, "region_name");
    add_links(facts, mail, settings);
    if (!mail.kind) throw std::logic_error("no template for mail \"" + mail.unknown_kind + "\"");
    RenderedMail rendered = templates.render(*mail.kind, facts);

    const std::string domain = domain_of(settings.from);
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
    return number + "-" + kind_text(mail);
}

}  // namespace werktdoord
