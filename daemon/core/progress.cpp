#include "core/progress.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/clocks.hpp"
#include "core/evolve.hpp"
#include "core/fold.hpp"
#include "core/mail_facts.hpp"
#include "core/status_mail.hpp"

namespace werktdoord {

Event Progress::event(EventName name) const {
    Event event;
    event.at = now_;
    event.name = name;
    event.request = subject_.number;
    return event;
}

void Progress::tell(Event event) {
    event.at = now_;
    evolve(subject_, event);
    out_.push_back(std::move(event));
}

void Progress::happen(Event event) {
    const Before before = before_event(subject_, event);
    const Event cause = event;
    tell(std::move(event));
    run_clocks(*this, cause, before);
}

void Progress::queue(EventName name, const Letter& letter, const Case& as_of,
                     std::optional<Instant> not_before) {
    Event queued = event(name);
    queued.mail_kind = letter.kind;
    queued.recipients = {letter.to};
    queued.clock = letter.clock;
    queued.step = letter.step;
    queued.reason = letter.reason;
    queued.wsp = letter.wsp;
    queued.referral = letter.referral;
    if (const Referral* referral = subject_.find_referral(letter.referral))
        queued.region = referral->region;

    Mail mail;
    mail.to = letter.to;
    mail.facts = tells_how_it_stands(letter) ? kept_facts(letter, rules_.calendar.zone())
                                             : facts_of_moment(as_of, rules_, letter, now_);
    mail.not_before = not_before;
    queued.letter = std::make_shared<const Mail>(std::move(mail));
    tell(std::move(queued));
}

void Progress::send(const Letter& letter) {
    if (is_status(letter)) return send_status(letter);
    queue(EventName::mail_queued, letter, subject_,
          held_until(rules_.calendar, letter.to.role, now_));
}

void Progress::send_status(const Letter& letter) {
    told_status_ = true;
    const bool joins = status_waits(subject_, now_) || queued_now(MailKind::status);
    const Instant leaves = joins ? subject_.status_leaves_at.value_or(now_)
                                 : status_leaves_at(subject_, rules_.calendar, now_);
    queue(joins ? EventName::mail_joined : EventName::mail_queued, letter, subject_,
          leaves > now_ ? std::optional(leaves) : std::nullopt);
}

void Progress::release(const Letter& status, const Case& as_of) {
    told_status_ = true;
    queue(EventName::mail_joined, status, as_of, std::nullopt);
}

bool Progress::queued_now(MailKind kind) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Event& event) {
        const bool mail =
            event.name == EventName::mail_queued || event.name == EventName::mail_joined;
        return mail && event.at == now_ && event.request == subject_.number &&
               event.mail_kind == kind;
    });
}

void Progress::send_letters() {
    const std::vector<Letter> letters = std::exchange(letters_, {});
    std::set<std::tuple<std::string, std::optional<MailKind>, int, std::string>> sent;
    for (const Letter& letter : letters) {
        const std::string wsp = letter.wsp ? letter.wsp->text() : std::string();
        if (sent.emplace(fold(letter.to.address), letter.kind, letter.referral, wsp).second)
            send(letter);
    }
}

}  // namespace werktdoord
