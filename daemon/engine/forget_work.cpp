#include "engine/forget_work.hpp"

#include <algorithm>
#include <limits>

#include "base/items.hpp"
#include "codec/journal_read.hpp"
#include "codec/request_json.hpp"
#include "codec/request_view.hpp"
#include "core/evolve.hpp"
#include "engine/desk_json.hpp"
#include "engine/refusals.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t phone_least = 6;  // a shorter text is no phone number that tells a person

// How the persons of a request are found in what is kept elsewhere: all addresses and phone
// numbers that it ever had.
std::vector<std::string> traces_of(Store& store, const RequestNumber& number) {
    std::vector<std::string> traces;
    const auto add = [&](const std::string& text, std::size_t least) {
        if (text.size() >= least) add_once(traces, text);
    };
    for (const JournalLine& line : store.journal(0, std::numeric_limits<int>::max(), number)) {
        if (line.personal.empty()) continue;
        const auto told = read_journal_line(line.line, line.personal);
        if (!told || told->event.data.empty()) continue;
        const auto data = read_stored_document(told->event.data);
        if (!data) continue;
        add(data->employer.contact.email, 1);
        add(data->employer.contact.phone, phone_least);
    }
    return traces;
}

Problems mails_in_the_way(Store& store, const RequestNumber& number,
                          std::vector<std::string> traces) {
    traces.push_back(number.text());
    Problems problems;
    for (const OutboxMail& mail : store.mails_to_come(number, traces))
        problems.push_back({"", "mail " + std::to_string(mail.id) + " (" + kind_text(mail) +
                                    " to " + std::string(name_of(mail.to.role)) + ":" +
                                    mail.to.key + ") is " +
                                    (mail.state == MailState::parked
                                         ? "parked: send it again or drop it (outbox) first"
                                         : "still to be sent: wait, or drop it (outbox)")});
    return problems;
}

Event forgotten(const Forget& command, Instant now) {
    Event event;
    event.at = now;
    event.name = EventName::request_forgotten;
    event.by = command.by;
    return event;
}

void erase_rejected(Store& store, Recorder& recorder, const Forget& command, std::int64_t id,
                    Instant now) {
    Event event = forgotten(command, now);
    event.rejected = id;
    recorder.record(event);
    store.erase_rejected(id);
}

Reply forget_rejected(Store& store, Recorder& recorder, const Forget& command, Instant now) {
    const auto rejected = store.rejected_submission(command.rejected);
    const std::string named = "rejected submission " + std::to_string(command.rejected);
    if (!rejected) return not_found(named);
    if (rejected->state == RejectedState::open)
        return unfit(named + " is open: set it aside (rejected set-aside) first");
    if (!rejected->body.empty()) erase_rejected(store, recorder, command, rejected->id, now);
    return answered(rejected_json(store.rejected_submission(rejected->id).value()));
}

Reply forget_request(Store& store, Recorder& recorder, const RuleSet& rules, const Forget& command,
                     Instant now) {
    const RequestNumber& number = *command.request;
    const auto before = store.load(number);
    if (!before) return not_found("request " + number.text());
    if (before->state != State::closed)
        return unfit(number.text() + " is open (" + std::string(name_of(before->state)) +
                     "): only a closed request can be forgotten");
    const std::vector<std::string> traces = traces_of(store, number);
    Problems in_the_way = mails_in_the_way(store, number, traces);
    if (!in_the_way.empty()) return refused(RefusalKind::conflict, std::move(in_the_way));

    Case after = *before;
    if (!before->forgotten) {
        Event event = forgotten(command, now);
        event.request = number;
        evolve(after, event);
        recorder.record(event);
        store.save(before, after);
    }
    for (const std::int64_t id : store.rejected_of(number, traces))
        erase_rejected(store, recorder, command, id, now);
    std::string answer = request_json(after, rules);
    store.erase_personal(number, answer);
    return answered(std::move(answer));
}

}  // namespace

Reply forget(Store& store, Recorder& recorder, const RuleSet& rules, const Forget& command,
             Instant now) {
    if (auto refusal = refused_to(command.by, rules)) return *refusal;
    return command.request ? forget_request(store, recorder, rules, command, now)
                           : forget_rejected(store, recorder, command, now);
}

}  // namespace werktdoord
