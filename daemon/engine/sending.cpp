#include "engine/sending.hpp"

#include <algorithm>
#include <map>

#include "codec/sha256.hpp"
#include "core/fold.hpp"

namespace werktdoord {

namespace {

// What tells one set of mails from another, beside the id of its first.
std::string fingerprint(const Sending& together) {
    std::string ids;
    for (const OutboxMail& mail : together) ids += std::to_string(mail.id) + ",";
    return sha256_hex(ids).substr(0, 12);
}

Facts item_of(const OutboxMail& mail, const MailSettings& settings) {
    Facts item;
    item.values = mail.facts.values;
    if (mail.request) item.values["number"] = mail.request->text();
    if (settings.link) item.values["link"] = settings.link(mail, {mail.request, mail.region});
    const auto steps = mail.facts.lists.find("next_steps");
    if (steps == mail.facts.lists.end()) return item;
    std::string& text = item.values["text"];
    for (const Facts& step : steps->second) {
        const auto words = step.values.find("text");
        if (words != step.values.end()) text += (text.empty() ? "" : " ") + words->second;
    }
    return item;
}

// The first of them, telling of all.
OutboxMail as_one(const Sending& together, const MailSettings& settings) {
    OutboxMail mail = together.front();
    mail.kind = MailKind::alerts;
    mail.facts = {};
    mail.facts.values["alerts_count"] = std::to_string(together.size());
    mail.facts.values["recipient_name"] = mail.to.name;
    for (const OutboxMail& each : together) {
        mail.facts.lists["alerts"].push_back(item_of(each, settings));
        mail.queued_at = std::max(mail.queued_at, each.queued_at);
        mail.next_attempt = std::max(mail.next_attempt, each.next_attempt);
        if (each.request != mail.request) mail.request.reset();
    }
    return mail;
}

}  // namespace

std::vector<Sending> sendings_of(std::vector<OutboxMail> due) {
    std::vector<Sending> sendings;
    std::map<std::string, std::size_t> first_alert;
    for (OutboxMail& mail : due) {
        if (mail.kind == MailKind::alert) {
            const auto [known, is_new] =
                first_alert.emplace(fold(mail.to.address), sendings.size());
            if (!is_new) {
                sendings[known->second].push_back(std::move(mail));
                continue;
            }
        }
        sendings.push_back({std::move(mail)});
    }
    const auto by_id = [](const OutboxMail& a, const OutboxMail& b) { return a.id < b.id; };
    for (Sending& sending : sendings) std::sort(sending.begin(), sending.end(), by_id);
    return sendings;
}

MailMessage compose(const Sending& together, const Templates& templates,
                    const MailSettings& settings) {
    if (together.size() == 1) return compose(together.front(), templates, settings);
    MailMessage message = compose(as_one(together, settings), templates, settings);
    message.message_id = fingerprint(together) + "." + message.message_id;
    return message;
}

std::string mail_name(const Sending& together) {
    const std::string name = mail_name(together.front());
    return together.size() == 1 ? name : name + "s-" + fingerprint(together);
}

}  // namespace werktdoord
