#include <algorithm>
#include <set>

#include "core/letters.hpp"
#include "core/recipients.hpp"
#include "core/status_mail.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

// Those at work on a referral: its contact and the WSPs that have it.
void write_closing(Progress& progress, const Referral& referral, const LetterValues& values) {
    write_contact(progress, referral, MailKind::closing_partner, values);
    for (const WspAsk& ask : referral.asks)
        if (!ask.withdrawn_at)
            write_wsp(progress, referral, ask.wsp, MailKind::closing_partner, values);
}

bool is_open_partner(const Introduction& introduction, const RequestNumber& but,
                     const Cases& cases) {
    if (!introduction.open || introduction.with == but) return false;
    const auto partner = cases.partners.find(introduction.with);
    return partner != cases.partners.end() && partner->second.state != State::closed;
}

// What closed the one happened to the other no earlier than they were introduced.
std::optional<Instant> when_for(const Case& partner, const Event& closing) {
    std::optional<Instant> when = closing.happened_at;
    for (const Introduction& introduction : partner.introductions)
        if (when && introduction.with == closing.request) when = std::max(*when, introduction.at);
    return when;
}

// The other half of an introduction: its owner hears it, and it is decided on anew when no other
// partner is open.
void tell_partner(Case& partner, const Event& closing, const Cases& cases, const RuleSet& rules,
                  Instant now, Events& out) {
    const RequestNumber closed = closing.request.value();
    Progress progress(partner, rules, now, out);
    const bool other =
        std::any_of(partner.introductions.begin(), partner.introductions.end(),
                    [&](const Introduction& i) { return is_open_partner(i, closed, cases); });
    if (partner.state == State::introduced && !other)
        start_deciding(progress, "partner_closed", when_for(partner, closing));
    write_owner_update(
        progress, 0,
        "De melding waarmee deze in contact is gebracht (" + closed.text() + ") is afgesloten.",
        "");
    progress.send_letters();
}

// What was written with it: the reason, then the note.
std::string why_closed(const Event& draft) {
    const bool both = !draft.reason.empty() && !draft.note.empty();
    return draft.reason + (both ? "\n\n" : "") + draft.note;
}

// The number of people placed must go with the outcome.
Refused check_placed(const Event& draft) {
    if (!draft.filled) return std::nullopt;
    const bool some = draft.outcome == "filled" || draft.outcome == "partly_filled";
    if (some && *draft.filled == 0)
        return invalid("/filled",
                       "nobody was placed, so the outcome is not '" + draft.outcome + "'");
    if (*draft.filled > 0 && (draft.outcome == "not_filled" || draft.outcome == "duplicate"))
        return invalid("/filled",
                       "people were placed, so the outcome is not '" + draft.outcome + "'");
    return std::nullopt;
}

}  // namespace

Refused close_request(Progress& progress, Cases& cases, const Event& draft, Events& out) {
    const Case before = progress.subject();
    if (draft.by == "employer" && draft.outcome != "withdrawn")
        return invalid("/outcome", "an employer can close a request only as 'withdrawn'");
    if (Refused refused = check_placed(draft)) return refused;
    if (draft.of && (*draft.of == before.number || !cases.partners.contains(*draft.of)))
        return invalid("/of", "there is no other request with this number");

    Event closing = draft;
    if (!draft.filled && draft.outcome == "filled")
        closing.filled = std::max(before.filled(), before.data.headcount);
    progress.happen(closing);
    release_status(progress, before);
    const LetterValues values{{"reason_nl", draft.reason}};
    write_employer(progress, MailKind::closing, values);
    for (const Referral& referral : before.referrals)
        if (referral.open()) write_closing(progress, referral, values);
    if (draft.by != progress.subject().owner.text())
        write_owner_update(progress, 0, "De melding is afgesloten.", why_closed(draft));
    progress.send_letters();

    std::set<RequestNumber> told;
    for (const Introduction& introduction : before.introductions) {
        const auto partner = cases.partners.find(introduction.with);
        if (partner == cases.partners.end() || !told.insert(introduction.with).second) continue;
        if (partner->second.state == State::closed) continue;
        tell_partner(partner->second, closing, cases, progress.rules(), progress.now(), out);
    }
    return std::nullopt;
}

}  // namespace werktdoord
