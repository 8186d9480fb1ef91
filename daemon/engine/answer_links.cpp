#include "engine/answer_links.hpp"

#include <algorithm>

#include "base/request_number.hpp"
#include "core/answer.hpp"

namespace werktdoord {

decltype(MailSettings::link) answer_links(std::string public_url, AnswerKeys keys,
                                          std::chrono::seconds valid) {
    if (keys.empty()) return {};
    return [url = std::move(public_url) + "/antwoord/", keys = std::move(keys), valid](
               const OutboxMail& mail, const LinkSubject& subject) -> std::string {
        const bool known = subject.request && is_request_number(subject.request->text());
        const bool asked = mail.to.role == Role::employer && subject.wsp && subject.region;
        if (!known || (!asked && !can_answer(mail.to.role))) return {};
        const AnswerLink link{
            mail.id,
            *subject.request,
            subject.region.value_or(RegionKey()),
            mail.to.role,
            asked ? subject.wsp->text() : mail.to.key,
            std::chrono::floor<std::chrono::seconds>(std::max(mail.queued_at, mail.next_attempt)) +
                valid};
        return url + to_token(link, keys);
    };
}

}  // namespace werktdoord
