#include "engine/outbox_retry.hpp"

#include <algorithm>

namespace werktdoord {

Instant next_try(std::chrono::milliseconds first, std::chrono::milliseconds most, int attempts,
                 Instant now) {
    // Doubling ends as soon as `most` is reached, so it cannot overflow.
    const auto least = std::max(first, std::chrono::milliseconds(1));
    auto pause = least;
    for (int i = 1; i < attempts && pause < most; ++i) pause *= 2;
    return now + std::min(pause, std::max(most, least));
}

MailResult result_of(const OutboxMail& mail, const SendOutcome& outcome, const RetryRule& rule,
                     Instant now, Instant pause_until, const Outages& outages) {
    using Became = MailResult::Kind;
    const Instant first_failure = mail.first_failure.value_or(now);
    switch (outcome.kind) {
        case SendOutcome::Kind::accepted:
            return {mail.id, Became::sent, "", {}, false, mail.joined};
        case SendOutcome::Kind::refused:
            return {mail.id, Became::failed, outcome.reason, {}, false};
        case SendOutcome::Kind::unreachable:
            return {mail.id, Became::retry, outcome.reason, pause_until, false};
        case SendOutcome::Kind::retry_later:
            break;
    }
    if (now - first_failure - outages.within(first_failure, now) >= rule.give_up)
        return {mail.id, Became::failed, "given_up: " + outcome.reason, {}, false};
    const Instant next = next_try(rule.first, rule.most, mail.attempts + 1, now);
    return {mail.id, Became::retry, outcome.reason, next, true};
}

MailResult dropped(const OutboxMail& mail, const std::string& why) {
    return {mail.id, MailResult::Kind::dropped, why, {}, false};
}

MailResult failed(const OutboxMail& mail, const std::string& why) {
    return {mail.id, MailResult::Kind::failed, why, {}, false};
}

MailResult waiting_until(const OutboxMail& mail, Instant opening) {
    return {mail.id, MailResult::Kind::retry, mail.last_error, opening, false};
}

std::vector<MailResult> results_of(const Sending& together, const SendOutcome& outcome,
                                   const RetryRule& rule, Instant now, Instant pause_until,
                                   const Outages& outages) {
    std::vector<MailResult> results;
    for (const OutboxMail& mail : together) {
        results.push_back(result_of(mail, outcome, rule, now, pause_until, outages));
        const bool with_another = mail.id != together.front().id;
        if (with_another && results.back().kind == MailResult::Kind::sent)
            results.back().together = together.front().id;
    }
    return results;
}

}  // namespace werktdoord
