#include "engine/desk_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <sstream>

#include "codec/json_write.hpp"

namespace werktdoord {

namespace json = boost::json;

std::vector<OutboxMail> open_mails(StoreReader& store, int limit,
                                   std::optional<std::int64_t> before) {
    std::vector<OutboxMail> mails = store.outbox(MailState::waiting, limit, before);
    for (OutboxMail& parked : store.outbox(MailState::parked, limit, before))
        mails.push_back(std::move(parked));
    std::sort(mails.begin(), mails.end(),
              [](const OutboxMail& a, const OutboxMail& b) { return a.id > b.id; });
    mails.resize(std::min(mails.size(), static_cast<std::size_t>(limit)));
    return mails;
}

std::string mail_json(const OutboxMail& mail) {
    json::object out;
    out["id"] = mail.id;
    out["state"] = std::string(name_of(mail.state));
    out["template"] = kind_text(mail);
    if (mail.request) out["request"] = mail.request->text();
    if (mail.region) out["region"] = mail.region->text();
    if (mail.wsp) out["wsp"] = mail.wsp->text();
    if (mail.clock) out["clock"] = std::string(name_of(*mail.clock));
    if (mail.step) out["step"] = std::string(name_of(*mail.step));
    out["to"] = json::object{{"role", std::string(name_of(mail.to.role))},
                             {"key", mail.to.key},
                             {"name", mail.to.name},
                             {"address", mail.to.address}};
    out["queuedAt"] = to_rfc3339(mail.queued_at);
    if (mail.state == MailState::waiting) out["nextTry"] = to_rfc3339(mail.next_attempt);
    out["attempts"] = mail.attempts;
    if (mail.first_failure) out["firstFailure"] = to_rfc3339(*mail.first_failure);
    if (!mail.last_error.empty()) out["lastError"] = mail.last_error;
    return to_json(out);
}

std::string rejected_json(const RejectedSubmission& rejected) {
    json::object out;
    out["id"] = rejected.id;
    out["state"] = std::string(name_of(rejected.state));
    out["at"] = to_rfc3339(rejected.at);
    out["source"] = rejected.source;
    out["webhookId"] = rejected.webhook_id;
    json::array problems;
    std::istringstream lines(rejected.problems);
    for (std::string line; std::getline(lines, line);) problems.emplace_back(line);
    out["problems"] = std::move(problems);
    return to_json(out);
}

}  // namespace werktdoord
