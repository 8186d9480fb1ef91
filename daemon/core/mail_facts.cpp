#include "core/mail_facts.hpp"

#include "core/clocks.hpp"
#include "core/dutch.hpp"
#include "core/mail_places.hpp"
#include "core/next_steps.hpp"
#include "core/place_words.hpp"

namespace werktdoord {

namespace {

std::string count(int number) {
    return std::to_string(number);
}

std::string period_words(const Period& period) {
    std::string words;
    if (period.from) words = "vanaf " + dutch_day(*period.from);
    if (period.until)
        words += (words.empty() ? "tot en met " : " tot en met ") + dutch_day(*period.until);
    return words;
}

// How long the policy gives the WSP: the mail to the contact says it (W7).
void add_promises(Facts& facts, const Case& c, const RuleSet& rules) {
    const ClockRule* answer = policy_of(c, rules).find_rule(ClockName::wsp_response);
    if (answer != nullptr) facts.values["wsp_within"] = dutch(answer->within);
}

std::string why_unroutable(const Case& c) {
    std::string why = "deze melding kan nog niet naar een regio.";
    for (const std::string& line : c.route.why) why += " " + line;
    return why + " Vraag de werkgever waar het werk is en vul de melding aan.";
}

std::vector<Facts> signpost_items(const Case& c, const RuleSet& rules) {
    std::vector<Facts> items;
    for (const std::string& key : c.route.signposts)
        for (const Signpost& signpost : rules.signposts) {
            if (signpost.key != key) continue;
            Facts item;
            item.values["title"] = signpost.title;
            item.values["text"] = signpost.text;
            item.values["link"] = signpost.link;
            const Tier* tier = tier_for(signpost, c.data.employer.size);
            item.values["amount"] = tier == nullptr ? "" : tier->amount;
            items.push_back(std::move(item));
        }
    return items;
}

// Whether the promise is the recipient's to keep. Nothing is asked of an employer.
bool is_asked_of(Role role, const Clock& clock) {
    switch (scope_of(clock.name)) {
        case ClockScope::request:
            return is_team_role(role);
        case ClockScope::wsp:
            return role == Role::wsp;
        case ClockScope::referral:
            return role == Role::regional_contact || role == Role::backup ||
                   role == Role::coordinator;
    }
    return false;
}

void add_clock(Facts& facts, const Case& c, const RuleSet& rules, const Letter& letter) {
    if (letter.clock) facts.values["clock_nl"] = dutch(*letter.clock);
    if (letter.step) facts.values["step_nl"] = dutch(*letter.step);
    if (letter.due) facts.values["due"] = dutch_time(rules.calendar.zone(), *letter.due);
    if (only_asks_around(letter))
        facts.values["link_nl"] = "De melding bekijken of een opmerking vastleggen";
    if (letter.clock) return;
    // Without a clock of its own a letter names the first promise that runs on its subject.
    const Clock* first = nullptr;
    for (const Clock& clock : c.clocks) {
        const bool meant = clock.open() && clock.referral == letter.referral &&
                           clock.wsp == letter.wsp && is_asked_of(letter.to.role, clock);
        if (meant && (first == nullptr || clock.due < first->due)) first = &clock;
    }
    if (first == nullptr) return;
    facts.values["clock_nl"] = dutch(first->name);
    facts.values["due"] = dutch_time(rules.calendar.zone(), first->due);
}

void add_next_steps(Facts& facts, const Case& c, const RuleSet& rules, const Letter& letter) {
    const auto name = facts.values.find("region_contact_name");
    const auto address = facts.values.find("region_contact_email");
    const bool known = name != facts.values.end() && address != facts.values.end();
    const std::string contact = known ? name->second + " (" + address->second + ")" : "";
    for (const std::string& step : next_steps(c, rules, letter, contact)) {
        Facts item;
        item.values["text"] = step;
        facts.lists["next_steps"].push_back(std::move(item));
    }
}

// The WSPs that are on record as having answered, and of which the employer did not say so yet.
// The links are filled in when the mail leaves.
void add_question(Facts& facts, const Case& c, const RuleSet& rules) {
    for (const Referral& referral : c.referrals)
        for (const WspAsk& ask : referral.asks) {
            if (ask.heard || referral.find_answered(ask.wsp) != &ask ||
                c.answered_referral(referral.region, ask.wsp) != &referral)
                continue;
            const auto desk = wsp_recipient(referral.region, ask.wsp, rules);
            facts.lists["asked"].push_back({{{"number", c.number.text()},
                                             {"wsp_name", desk ? desk->name : ask.wsp.text()},
                                             {"region_name", region_name(referral.region, rules)},
                                             {"region", referral.region.text()},
                                             {"wsp", ask.wsp.text()},
                                             {"link", ""}},
                                            {}});
        }
}

}  // namespace

bool tells_how_it_stands(const Letter& letter) {
    if (letter.kind == MailKind::alert) return true;
    const bool about_it =
        letter.kind == MailKind::confirmation || letter.kind == MailKind::new_request;
    const auto& values = letter.facts.values;
    const bool only_a_note = values.size() == values.count("note") && letter.facts.lists.empty();
    return about_it && only_a_note;
}

Facts kept_facts(const Letter& letter, const Zone& zone) {
    Facts facts;
    const auto note = letter.facts.values.find("note");
    if (note != letter.facts.values.end()) facts.values.insert(*note);
    if (letter.due) facts.values["due"] = dutch_time(zone, *letter.due);
    return facts;
}

Facts request_facts(const RequestData& data) {
    Facts facts;
    auto& values = facts.values;
    values["kind_nl"] = dutch(data.kind);
    values["kind_new_nl"] = dutch_new(data.kind);
    values["kind_the_nl"] = dutch_the(data.kind);
    values["employer_name"] = data.employer.name;
    values["contact_name"] = data.employer.contact.name;
    values["contact_email"] = data.employer.contact.email;
    values["contact_phone"] = data.employer.contact.phone;
    values["sector"] = data.sector;
    values["occupation"] = data.occupation;
    values["headcount"] = count(data.headcount);
    values["hours_per_week"] = data.hours_per_week ? count(*data.hours_per_week) : "";
    values["period"] = period_words(data.period);
    values["urgency_nl"] = data.urgency == Urgency::urgent ? dutch(Urgency::urgent) : "";
    values["description"] = data.description;
    return facts;
}

void add_request_facts(Facts& facts, const Case& c, const RuleSet& rules) {
    facts.values.merge(request_facts(c.data).values);
    std::vector<Facts> signposts = signpost_items(c, rules);
    if (!signposts.empty()) facts.lists.try_emplace("signposts", std::move(signposts));
}

void ask_anew(Facts& facts, const Case& c, const RuleSet& rules, const Letter& letter) {
    facts.values.erase("clock_nl");
    facts.values.erase("due");
    facts.lists.erase("next_steps");
    add_clock(facts, c, rules, letter);
    add_next_steps(facts, c, rules, letter);
}

Facts mail_facts(const Case& c, const RuleSet& rules, const Letter& letter, Instant now) {
    Facts facts = facts_of_moment(c, rules, letter, now);
    add_request_facts(facts, c, rules);
    return facts;
}

Facts facts_of_moment(const Case& c, const RuleSet& rules, const Letter& letter, Instant now) {
    Facts facts;
    facts.values["number"] = c.number.text();
    facts.values["recipient_name"] = letter.to.name;
    const Recipient owner = owner_of(c, rules);
    facts.values["owner_name"] = owner.name;
    facts.values["owner_email"] = owner.address;
    facts.values["outcome_nl"] = dutch_outcome(c.outcome);
    const int filled = c.placed.value_or(c.filled());
    facts.values["filled"] = filled > 0 ? count(filled) : "";
    add_promises(facts, c, rules);
    if (c.route.regions.empty() && is_team_role(letter.to.role))
        facts.values["reason_nl"] = why_unroutable(c);
    if (letter.kind == MailKind::new_request && c.taken_up_at)
        facts.values["what_nl"] =
            "Jij bent nu de eigenaar van deze melding. Er is al contact geweest met de werkgever.";

    add_places(facts, c, rules, letter, now);
    add_clock(facts, c, rules, letter);
    if (letter.to.role == Role::employer &&
        (letter.kind == MailKind::status || letter.kind == MailKind::closing))
        add_question(facts, c, rules);
    for (const RequestNumber& number : c.possible_duplicates) {
        Facts item;
        item.values["number"] = number.text();
        facts.lists["possible_duplicates"].push_back(std::move(item));
    }
    add_next_steps(facts, c, rules, letter);
    for (const auto& [name, value] : letter.facts.values) facts.values[name] = value;
    for (const auto& [name, list] : letter.facts.lists) facts.lists[name] = list;
    return facts;
}

}  // namespace werktdoord
