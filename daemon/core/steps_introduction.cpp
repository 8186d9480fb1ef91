#include "core/dutch.hpp"
#include "core/evolve_introduction.hpp"
#include "core/letters.hpp"
#include "core/lifecycle.hpp"
#include "core/mail_facts.hpp"
#include "core/partners.hpp"
#include "core/place_words.hpp"
#include "core/recipients.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

bool consents(const Case& c) {
    return c.data.consent_to_introduce.value_or(false);
}

Refused check_partner(const Case& c, const Cases& cases, const Event& draft) {
    if (*draft.with == c.number) return invalid("/with", "a request is not introduced to itself");
    const auto found = cases.partners.find(*draft.with);
    if (found == cases.partners.end())
        return invalid("/with", "there is no request with this number");
    const Case& partner = found->second;
    if (partner.data.kind == c.data.kind)
        return invalid("/with", "a demand is introduced to an offer, and an offer to a demand");
    if (same_employer(c.data.employer, partner.data.employer))
        return conflict(c, "/with", "both requests are of one employer");

    Refusal refusal;
    for (const Case* one : {&c, &partner})
        if (!consents(*one))
            refusal.problems.push_back(
                {"/with", "the employer of " + one->number.text() +
                              " has not agreed to be introduced (consentToIntroduce)"});
    if (!refusal.problems.empty()) return refusal;
    if (!fits(partner, EventName::request_introduced))
        return conflict(c, "/with",
                        "request.introduced does not fit " + partner.number.text() + " (" +
                            std::string(name_of(partner.state)) + ")");
    if (lies_before(draft, partner.registered_at))
        return invalid("/happenedAt", "lies before the registration of " + partner.number.text());
    return std::nullopt;
}

// Each employer gets the other's contact (contract section 5).
void write_introduction(Progress& progress, const Case& other, const Event& draft) {
    Letter letter;
    letter.kind = MailKind::introduction;
    letter.to = employer_of(progress.subject());
    letter.facts = request_facts(other.data);
    // Who brings them together answers their questions, whoever owns the requests.
    const Recipient member = member_recipient(Role::owner, MemberKey(draft.by), progress.rules());
    letter.facts.values["owner_name"] = member.name;
    letter.facts.values["owner_email"] = member.address;
    letter.facts.values["form_nl"] = dutch_form(draft.form);
    for (const Site& site : other.data.sites) {
        Facts item;
        item.values["place"] = readable_place(short_place(site));
        item.values["region_name"] = "";
        letter.facts.lists["sites"].push_back(std::move(item));
    }
    progress.write(std::move(letter));
}

}  // namespace

Refused introduce(Progress& progress, Cases& cases, const Event& told, Events& out) {
    if (Refused refused = check_partner(progress.subject(), cases, told)) return refused;
    Case& partner = cases.partners.at(*told.with);
    const Event draft = no_earlier_than(told, partner.registered_at);
    progress.happen(draft);

    Progress other(partner, progress.rules(), progress.now(), out);
    Event mirrored = draft;
    mirrored.request = partner.number;
    mirrored.with = progress.subject().number;
    other.happen(std::move(mirrored));

    write_introduction(progress, partner, draft);
    write_introduction(other, progress.subject(), draft);
    if (draft.by != partner.owner.text())
        write_owner_update(
            other, 0,
            "Deze melding is in contact gebracht met " + progress.subject().number.text() + ".",
            draft.note);
    progress.send_letters();
    other.send_letters();
    return std::nullopt;
}

Refused follow_up(Progress& progress, const Event& draft) {
    const Case& c = progress.subject();
    const std::vector<std::size_t> told = followed_up_by(c, draft);
    if (told.empty() && draft.with)
        return invalid("/with", "this request was not introduced to " + draft.with->text());
    Event event = draft;
    for (const std::size_t place : told) {
        const Introduction& introduction = c.introductions[place];
        if (lies_before(draft, introduction.at))
            return invalid("/happenedAt",
                           "lies before the introduction to " + introduction.with.text());
        event = no_earlier_than(event, introduction.at);
    }
    if (told.size() == 1) event.with = c.introductions[told.front()].with;
    const bool was_introduced = c.state == State::introduced;
    const bool was_filled = is_filled(c);
    progress.happen(event);
    tell_when_filled(progress, was_filled, 0);
    if (was_introduced) start_deciding(progress, "followed_up", event.happened_at);
    return std::nullopt;
}

}  // namespace werktdoord
