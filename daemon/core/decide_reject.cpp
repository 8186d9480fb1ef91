#include "core/decide.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

std::string to_lines(const Problems& problems) {
    std::string lines;
    for (const Problem& problem : problems)
        lines += (lines.empty() ? "" : "\n") + problem.where + ": " + problem.text;
    return lines;
}

Events decide_reject(const RejectSubmission& command, const RuleSet& rules, Instant now) {
    Event rejected;
    rejected.at = now;
    rejected.name = EventName::request_rejected;
    rejected.source = command.source;
    rejected.webhook_id = command.webhook_id;
    rejected.problems = to_lines(command.problems);

    Mail mail;
    const MemberKey duty = on_duty(rules.roster, rules.calendar, now);
    mail.to = member_recipient(Role::duty_contact, duty, rules);
    mail.not_before = held_until(rules.calendar, Role::duty_contact, now);
    Facts item;
    item.values["id"] = command.webhook_id;
    item.values["when"] = rules.calendar.zone().to_rfc3339(now);
    item.values["problems"] = rejected.problems;
    mail.facts.values["recipient_name"] = mail.to.name;
    mail.facts.lists["rejected"].push_back(std::move(item));

    Event queued;
    queued.at = now;
    queued.name = EventName::mail_queued;
    queued.template_name = "rejected";
    queued.recipients = {mail.to};
    queued.letter = std::make_shared<const Mail>(std::move(mail));
    return {std::move(rejected), std::move(queued)};
}

}  // namespace werktdoord
