#include "core/answer.hpp"

#include <algorithm>
#include <array>

#include "base/items.hpp"
#include "core/actors.hpp"
#include "core/lifecycle.hpp"
#include "core/proposal.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

using enum EventName;

constexpr std::array answers_in_order{referral_forwarded,     referral_wsp_responded,
                                      referral_feedback,      referral_reported_back,
                                      referral_wsp_withdrawn, referral_declined,
                                      request_taken_up,       request_referred,
                                      request_continued,      request_note};

bool is_contact(const Asker& asker) {
    const bool stands_in = asker.role == Role::coordinator && !asker.region.empty();
    return asker.role == Role::regional_contact || asker.role == Role::backup || stands_in;
}

const char* inform_name(Role role) {
    switch (role) {
        case Role::wsp_manager:
            return "manager van het WSP";
        case Role::employers_association:
            return "werkgeversvereniging";
        default:
            return "directeur Perspectief op Werk";
    }
}

void add_wsps(AnswerOffers& offers, const Case& c, const Referral& referral, const Region& region,
              const RuleSet& rules) {
    const std::vector<WspKey> proposed = proposed_wsps(c, referral, rules);
    for (const Wsp& wsp : region.wsps) {
        const WspAsk* ask = referral.find_ask(wsp.key);
        if (ask != nullptr && ask->awaited()) continue;
        const bool meant = !referral.was_asked(wsp.key) && has(proposed, wsp.key);
        offers.wsps.push_back({wsp.key, wsp.name, meant});
    }
    const Proposal* route = c.route.find(referral.region);
    for (const auto& [role, person] : region.inform) {
        const bool meant = route != nullptr && !referral.any_ask() && has(route->inform, role);
        offers.inform.push_back({role, person.name + " (" + inform_name(role) + ")", meant});
    }
}

void add_awaited(AnswerOffers& offers, const Referral& referral, const Region* region,
                 const Asker& asker) {
    for (const WspAsk& ask : referral.asks) {
        if (!ask.awaited() || (asker.role == Role::wsp && ask.wsp.text() != asker.key)) continue;
        const Wsp* wsp = region == nullptr ? nullptr : region->find_wsp(ask.wsp);
        offers.awaited.push_back({ask.wsp, wsp == nullptr ? ask.wsp.text() : wsp->name, false});
    }
}

void add_referral(AnswerOffers& offers, const Case& c, const RuleSet& rules, const Asker& asker) {
    const Referral* referral = c.open_referral(asker.region);
    if (referral == nullptr) return;
    const Region* region = find_region(rules.regions, asker.region);
    add_awaited(offers, *referral, region, asker);
    if (!is_contact(asker)) return;
    if (region != nullptr) add_wsps(offers, c, *referral, *region, rules);
    for (const auto& [key, other] : rules.regions)
        if (key != asker.region) offers.others.push_back({key, other.name, false});
}

void add_regions(AnswerOffers& offers, const Case& c, const RuleSet& rules) {
    for (const Proposal& proposal : c.route.regions) {
        const Region* region = find_region(rules.regions, proposal.region);
        if (region == nullptr || c.last_referral(proposal.region) != nullptr) continue;
        offers.regions.push_back({proposal.region, region->name, true});
    }
}

bool fits_now(EventName event, const Case& c, const AnswerOffers& offers, const Asker& asker) {
    if (!fits(c, event)) return false;
    if (is_referral_event(event) && c.open_referral(asker.region) == nullptr) return false;
    switch (event) {
        case referral_forwarded:
            return !offers.wsps.empty();
        case referral_wsp_responded:
        case referral_wsp_withdrawn:
            return !offers.awaited.empty();
        case request_referred:
            return !offers.regions.empty();
        case request_note:
            return c.state != State::closed;
        default:
            return true;
    }
}

const WspAsk* newest_ask(const Referral& referral, const std::string& wsp) {
    const WspAsk* found = nullptr;
    for (const WspAsk& ask : referral.asks)
        if (ask.wsp.text() == wsp) found = &ask;
    return found;
}

}  // namespace

std::string by_of(const Asker& asker) {
    return is_team_role(asker.role) ? asker.key : std::string(name_of(asker.role));
}

bool can_answer(Role role) {
    return is_team_role(role) || role == Role::regional_contact || role == Role::backup ||
           role == Role::wsp;
}

std::vector<EventName> answers_of(const Asker& asker) {
    if (asker.role == Role::employer) return {referral_heard_back};
    // Of the team only who stands in for a contact answers for a region.
    const bool of_region = is_contact(asker) || asker.role == Role::wsp;
    std::vector<EventName> events;
    for (const EventName event : answers_in_order)
        if (may_record(asker.role, event) && (of_region || !is_referral_event(event)))
            events.push_back(event);
    return events;
}

AnswerOffers answer_offers(const Case& c, const RuleSet& rules, const Asker& asker) {
    AnswerOffers offers;
    if (standing_of(c, asker) != Standing::open) return offers;
    if (asker.role == Role::employer) return {{referral_heard_back}, {}, {}, {}, {}, {}};
    add_referral(offers, c, rules, asker);
    if (is_team_role(asker.role)) add_regions(offers, c, rules);
    for (const EventName event : answers_of(asker))
        if (fits_now(event, c, offers, asker)) offers.events.push_back(event);
    // What went to a WSP waits for its answer first; sending it to more of them comes later.
    const Referral* referral = c.open_referral(asker.region);
    const bool forwarded = referral != nullptr && referral->any_ask();
    const auto forward = std::find(offers.events.begin(), offers.events.end(), referral_forwarded);
    if (forwarded && forward != offers.events.end()) {
        const auto ends = std::find_if(forward, offers.events.end(), [](EventName event) {
            return event == referral_wsp_withdrawn || event == referral_declined;
        });
        std::rotate(forward, forward + 1, ends);
    }
    return offers;
}

Standing standing_of(const Case& c, const Asker& asker) {
    if (c.forgotten) return Standing::forgotten;
    if (asker.role == Role::employer) {
        const bool answered = c.answered_referral(asker.region, WspKey(asker.key)) != nullptr;
        return answered && fits(c, referral_heard_back) ? Standing::open : Standing::none;
    }
    if (c.state == State::closed) return Standing::closed;
    if (is_team_role(asker.role)) return Standing::open;
    const Referral* referral = c.last_referral(asker.region);
    if (referral == nullptr) return Standing::none;
    const WspAsk* ask = asker.role == Role::wsp ? newest_ask(*referral, asker.key) : nullptr;
    if (asker.role == Role::wsp && ask == nullptr) return Standing::none;
    if (ask != nullptr && ask->withdrawn_at) return Standing::withdrawn;
    return referral->open() ? Standing::open : Standing::ended;
}

}  // namespace werktdoord
