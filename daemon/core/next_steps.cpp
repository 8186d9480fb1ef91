#include "core/next_steps.hpp"

#include <algorithm>
#include <optional>

#include "core/clocks.hpp"
#include "core/deadlines.hpp"
#include "core/dutch.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

using Steps = std::vector<std::string>;

std::string advice(ClockName clock) {
    switch (clock) {
        case ClockName::take_up:
            return "Neem contact op met de werkgever en leg vast dat u de melding oppakt.";
        case ClockName::assess:
            return "Beoordeel de melding: stuur die door naar een regio, breng de werkgever in "
                   "contact met een ander bedrijf, of sluit de melding af.";
        case ClockName::forward:
            return "Stuur de melding door naar het WSP, of geef die terug aan het team.";
        case ClockName::wsp_response:
            return "Laat de werkgever weten hoe het ervoor staat, en leg dat vast.";
        case ClockName::feedback:
            return "Geef de stand van zaken door aan de werkgever en aan het team.";
        case ClockName::report_back:
            return "Meld de uitkomst terug aan het team.";
        case ClockName::decide:
            return "Besluit over het vervolg: een andere regio, in contact brengen, doorgaan of "
                   "stoppen.";
        case ClockName::follow_up:
            return "Vraag de werkgevers hoe het is gegaan: loopt het, met hoeveel mensen, en is "
                   "het lenen en uitlenen of een stap van werk naar werk? Leg dat vast.";
    }
    return {};
}

// What a member of the team can do about a promise of the region: who made it can be called.
std::string advice_to_team(ClockName clock, const std::string& contact) {
    std::string advice;
    if (clock == ClockName::forward)
        advice = "Het regiocontact heeft de melding nog niet doorgestuurd naar het WSP.";
    if (clock == ClockName::wsp_response)
        advice = "Het WSP heeft de werkgever nog niet laten weten hoe het ervoor staat.";
    if (clock == ClockName::feedback)
        advice = "Het regiocontact heeft de stand van zaken nog niet doorgegeven.";
    if (clock == ClockName::report_back)
        advice = "Het regiocontact heeft de uitkomst nog niet teruggemeld.";
    return advice + " Bel of mail het regiocontact" + (contact.empty() ? "" : ": " + contact) +
           ". Wat u afspreekt, kunt u vastleggen als opmerking.";
}

// The first open clock of this name.
const Clock* open_clock(const Case& c, ClockName name) {
    const auto found = std::find_if(c.clocks.begin(), c.clocks.end(), [&](const Clock& clock) {
        return clock.name == name && clock.open();
    });
    return found == c.clocks.end() ? nullptr : &*found;
}

void add_promise(Steps& steps, const Case& c, const RuleSet& rules, ClockName name,
                 const std::string& promise) {
    const Clock* clock = open_clock(c, name);
    if (clock == nullptr || clock->state == ClockState::missed) return;
    steps.push_back(promise + " Dat gebeurt uiterlijk " +
                    dutch_time(rules.calendar.zone(), clock->due) + ".");
}

// How long the policy gives a clock, in Dutch; nothing where it has no such clock. W7 gives a WSP
// "1 to 2 working days": the route's own words for the two days of the blueprint.
std::optional<std::string> promised(const Policy& policy, ClockName name) {
    const ClockRule* rule = policy.find_rule(name);
    if (rule == nullptr) return std::nullopt;
    const bool as_w7 =
        name == ClockName::wsp_response && rule->within == Span{2, Unit::working_days};
    return as_w7 ? "1 tot 2 werkdagen" : dutch(rule->within);
}

std::string where_it_goes(const Case& c) {
    const auto open = std::count_if(c.referrals.begin(), c.referrals.end(),
                                    [](const Referral& referral) { return referral.open(); });
    if (open == 0)
        return "Daarna sturen wij uw melding door naar de regio, of brengen wij u in contact met "
               "een ander bedrijf.";
    return std::string("Wij hebben uw melding ook al doorgestuurd naar uw ") +
           (open == 1 ? "regio." : "regio's.");
}

Steps after_confirmation(const Case& c, const RuleSet& rules) {
    const Policy& policy = policy_of(c, rules);
    Steps steps;
    add_promise(steps, c, rules, ClockName::take_up,
                "Een medewerker van Team NLWerktDoor neemt contact met u op.");
    steps.push_back(where_it_goes(c));
    if (const auto within = promised(policy, ClockName::wsp_response))
        steps.push_back("Het werkgeversservicepunt (WSP) in de regio reageert binnen " + *within +
                        " nadat het uw melding heeft gekregen.");
    if (const auto within = promised(policy, ClockName::feedback))
        steps.push_back("Uiterlijk " + *within +
                        " na het doorsturen hoort u hoe het ervoor staat.");
    return steps;
}

Steps after_introduction(const Case& c, const RuleSet& rules) {
    Steps steps;
    add_promise(steps, c, rules, ClockName::follow_up, "Wij vragen u daarna hoe het gaat.");
    return steps;
}

// News to an employer is that its request was opened again.
Steps after_reopening(const Case& c, const RuleSet& rules) {
    Steps steps;
    add_promise(steps, c, rules, ClockName::decide,
                "Team NLWerktDoor besluit hoe het verder gaat: met een andere regio, of met een "
                "ander bedrijf.");
    steps.emplace_back("Daarna hoort u van ons wat wij gaan doen.");
    const Recipient owner = owner_of(c, rules);
    if (!owner.name.empty())
        steps.push_back("Uw contactpersoon bij Team NLWerktDoor is " + owner.name +
                        (owner.address.empty() ? "" : " (" + owner.address + ")") + ".");
    return steps;
}

}  // namespace

bool only_asks_around(const Letter& letter) {
    return letter.clock && scope_of(*letter.clock) != ClockScope::request &&
           is_team_role(letter.to.role) && letter.to.role != Role::coordinator;
}

std::vector<std::string> next_steps(const Case& c, const RuleSet& rules, const Letter& letter,
                                    const std::string& contact) {
    if (letter.kind == MailKind::confirmation) return after_confirmation(c, rules);
    if (letter.kind == MailKind::update && letter.to.role == Role::employer)
        return after_reopening(c, rules);
    if (letter.kind == MailKind::introduction) return after_introduction(c, rules);
    if (letter.kind == MailKind::alert && letter.clock)
        return {only_asks_around(letter) ? advice_to_team(*letter.clock, contact)
                                         : advice(*letter.clock)};
    const bool to_decide = letter.kind == MailKind::update && letter.to.role == Role::owner &&
                           open_clock(c, ClockName::decide) != nullptr;
    if (to_decide) return {advice(ClockName::decide)};
    return {};
}

}  // namespace werktdoord
