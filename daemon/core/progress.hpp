// Progress: one decision in the making. What happens is built into the working copy of the case at
// once, so that the next step sees it. Pure: the caller made the copies.
#pragma once

#include <string>
#include <vector>

#include "core/case.hpp"
#include "core/event.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// A mail that follows from what happened. `values` are told to its template beside the case's own.
struct Letter {
    std::optional<MailKind> kind;  // none: of no mail, but of a page that tells the same
    Recipient to;
    int referral = 0;  // ordinal; 0: about the whole request
    std::optional<WspKey> wsp;
    std::optional<ClockName> clock;
    std::optional<Instant> due;
    std::optional<AlertStep> step;
    std::string reason;  // why it is sent, where that does not show
    Facts facts;
};

class Progress {
public:
    // `subject` and `out` must outlive this.
    Progress(Case& subject, const RuleSet& rules, Instant now, std::vector<Event>& out)
        : subject_(subject), rules_(rules), now_(now), out_(out) {}

    Case& subject() { return subject_; }
    const Case& subject() const { return subject_; }
    const RuleSet& rules() const { return rules_; }
    Instant now() const { return now_; }

    // An event of this case at this instant, to be filled in.
    Event event(EventName name) const;

    // Journals the event and builds it into the case.
    void tell(Event event);

    // The same, then lets the clocks run on it: met, cancelled, started (contract section 6).
    void happen(Event event);

    // A mail; queued by send_letters(), or at once by send().
    void write(Letter letter) { letters_.push_back(std::move(letter)); }
    // A status mail joins the one of this case that waits (status_mail.hpp).
    void send(const Letter& letter);

    // Lets the status mail that waits go at once; it tells how things stood in `as_of`.
    // REQUIRES: one waits.
    void release(const Letter& status, const Case& as_of);

    // Whether a mail of this kind for this request was queued, or joined, at this instant.
    bool queued_now(MailKind kind) const;

    // Whether this told the employer how things stand.
    bool told_status() const { return told_status_; }

    // Queues the letters written so far, one per address and kind.
    void send_letters();

private:
    void queue(EventName name, const Letter& letter, const Case& as_of,
               std::optional<Instant> not_before);
    void send_status(const Letter& letter);

    Case& subject_;
    const RuleSet& rules_;
    Instant now_;
    std::vector<Event>& out_;
    std::vector<Letter> letters_;
    bool told_status_ = false;
};

}  // namespace werktdoord
