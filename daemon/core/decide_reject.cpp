#include <algorithm>

#include "base/listed.hpp"
#include "base/utf8.hpp"
#include "core/decide.hpp"
#include "core/digest_facts.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

// A place may name a key of the sender: as long as its body, and with line breaks.
std::string to_line(const Problem& problem) {
    constexpr std::size_t longest = 500;
    std::string line = shortened(problem.where, longest, "...") + ": " + problem.text;
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

}  // namespace

std::string to_lines(const Problems& problems) {
    return joined(problems, "\n", to_line);
}

Event decide_reject(const RejectSubmission& command, Instant now) {
    Event rejected;
    rejected.at = now;
    rejected.name = EventName::request_rejected;
    rejected.source = command.source;
    rejected.webhook_id = command.webhook_id;
    rejected.problems = to_lines(command.problems);
    return rejected;
}

Event tell_of_rejection(const RejectedItem& rejected, const RuleSet& rules, Instant now) {
    Mail mail;
    const MemberKey duty = on_duty(rules.roster, rules.calendar, now);
    mail.to = member_recipient(Role::duty_contact, duty, rules);
    mail.not_before = held_until(rules.calendar, Role::duty_contact, now);
    mail.facts.values["recipient_name"] = mail.to.name;
    mail.facts.lists["rejected"].push_back(rejected_words(rejected, rules.calendar.zone()));

    Event queued;
    queued.at = now;
    queued.name = EventName::mail_queued;
    queued.mail_kind = MailKind::rejected;
    queued.recipients = {mail.to};
    queued.letter = std::make_shared<const Mail>(std::move(mail));
    return queued;
}

}  // namespace werktdoord
