#include "core/letters.hpp"

#include <algorithm>

#include "core/fold.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

Letter letter_to(const Recipient& to, MailKind kind, int referral,
                 const LetterValues& values = {}) {
    Letter letter;
    letter.kind = kind;
    letter.to = to;
    letter.referral = referral;
    letter.facts.values = values;
    return letter;
}

Letter update_to(const Recipient& to, int referral, const std::string& what_nl,
                 const std::string& note) {
    Letter letter = letter_to(to, MailKind::update, referral);
    letter.facts.values["what_nl"] = what_nl;
    letter.facts.values["note"] = note;
    return letter;
}

// The first day of the absence of the regional contact; the beginning of time when it is there.
LocalDay absent_since(const RegionKey& key, const Progress& progress) {
    const Region* region = find_region(progress.rules().regions, key);
    if (region == nullptr) return LocalDay::min();
    const LocalDay today = reading_day(progress.rules(), progress.now());
    for (const Absence& absence : region->contact.absent)
        if (absence.covers(today)) return absence.from;
    return LocalDay::min();
}

// Whether the referral was mailed to an address for the absence that goes on.
bool has_it(const Referral& referral, const std::string& address, const Progress& progress) {
    const LocalDay since = absent_since(referral.region, progress);
    const Zone& zone = progress.rules().calendar.zone();
    return std::any_of(
        referral.mailed.begin(), referral.mailed.end(), [&](const MailedReferral& mail) {
            return same_address(mail.address, address) && zone.day_of(mail.leaves_at) >= since;
        });
}

}  // namespace

void write_employer(Progress& progress, MailKind kind, const LetterValues& values) {
    progress.write(letter_to(employer_of(progress.subject()), kind, 0, values));
}

void write_owner(Progress& progress, MailKind kind, const LetterValues& values) {
    progress.write(letter_to(owner_of(progress.subject(), progress.rules()), kind, 0, values));
}

void write_contact(Progress& progress, const Referral& referral, MailKind kind,
                   const LetterValues& values) {
    for (const Recipient& to :
         contact_recipients(referral.region, progress.rules(), progress.now()))
        progress.write(letter_to(to, kind, referral.ordinal, values));
}

void write_stand_ins(Progress& progress, const Referral& referral) {
    for (const Recipient& to :
         contact_recipients(referral.region, progress.rules(), progress.now())) {
        // Who is back when the mail will be read stands in for nobody.
        if (to.role == Role::regional_contact || has_it(referral, to.address, progress)) continue;
        Letter letter = letter_to(to, MailKind::referral, referral.ordinal);
        letter.reason = "absent";
        letter.facts.values["what_nl"] =
            "U krijgt deze melding omdat het regionale contact afwezig is. U vervangt het contact.";
        progress.write(std::move(letter));
    }
}

void write_wsp(Progress& progress, const Referral& referral, const WspKey& wsp, MailKind kind,
               const LetterValues& values) {
    const auto to = wsp_recipient(referral.region, wsp, progress.rules());
    if (!to) return;
    Letter letter = letter_to(*to, kind, referral.ordinal, values);
    letter.wsp = wsp;
    progress.write(std::move(letter));
}

void write_for_information(Progress& progress, const Referral& referral,
                           const std::vector<Role>& roles, const LetterValues& values) {
    for (Role role : roles)
        if (const auto to = inform_recipient(role, referral.region, progress.rules()))
            progress.write(letter_to(*to, MailKind::for_information, referral.ordinal, values));
}

void write_update(Progress& progress, const Recipient& to, int referral, const std::string& what_nl,
                  const std::string& note) {
    progress.write(update_to(to, referral, what_nl, note));
}

void write_owner_update(Progress& progress, int referral, const std::string& what_nl,
                        const std::string& note) {
    write_update(progress, owner_of(progress.subject(), progress.rules()), referral, what_nl, note);
}

void write_worker_updates(Progress& progress, const Referral& referral, const std::string& what_nl,
                          const std::string& note) {
    for (const Recipient& to :
         contact_recipients(referral.region, progress.rules(), progress.now()))
        write_update(progress, to, referral.ordinal, what_nl, note);
    for (const WspAsk& ask : referral.asks) {
        if (ask.withdrawn_at) continue;
        const auto to = wsp_recipient(referral.region, ask.wsp, progress.rules());
        if (!to) continue;
        Letter letter = update_to(*to, referral.ordinal, what_nl, note);
        letter.wsp = ask.wsp;
        progress.write(std::move(letter));
    }
}

}  // namespace werktdoord
