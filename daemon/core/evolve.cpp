#include "core/evolve.hpp"

#include <algorithm>

#include "core/countable.hpp"
#include "core/evolve_clock.hpp"
#include "core/evolve_introduction.hpp"
#include "core/evolve_mail.hpp"
#include "core/site_numbers.hpp"

namespace werktdoord {

namespace {

Referral* referral_of(Case& c, const Event& event) {
    if (event.referral != 0) return c.find_referral(event.referral);
    return event.region ? c.last_referral(*event.region) : nullptr;
}

void end_referral(Referral& referral, ReferralState state, Instant at) {
    referral.state = state;
    referral.ended_at = at;
}

// Other data. A referral goes on with those of its sites that are still there; what else it serves
// its next route tells.
void take_data(Case& c, const RequestData& data) {
    for (Referral& referral : c.referrals)
        referral.sites = renumbered(referral.sites, c.data.sites, data.sites);
    c.data = data;
}

// A new route. Open referrals serve the sites, by the WSPs, that it gives their region; other rules
// leave them as they are.
void take_route(Case& c, const Route& route, const std::string& why_again) {
    c.route = route;
    if (why_again == routed_by_rules) return;
    for (Referral& referral : c.referrals) {
        if (!referral.open()) continue;
        const Proposal* const proposal = route.find(referral.region);
        if (proposal == nullptr) continue;
        referral.sites = proposal->sites;
        referral.proposed = proposal->wsps;
    }
}

// What is counted in reports stays; nothing that a person wrote does.
void forget(Case& c) {
    RequestData kept;
    kept.kind = c.data.kind;
    kept.headcount = c.data.headcount;
    kept.sector = c.data.sector;
    kept.themes = countable_themes(c.data.themes);
    c.data = std::move(kept);
    c.forgotten = true;
}

void apply_request(Case& c, const Event& event) {
    switch (event.name) {
        case EventName::request_registered:
            if (event.request) c.number = *event.request;
            c.registered_at = event.at;
            if (event.request_data) c.data = *event.request_data;
            c.possible_duplicates = event.possible_duplicates;
            break;
        case EventName::request_amended:
            if (event.request_data) take_data(c, *event.request_data);
            break;
        case EventName::request_routed:
        case EventName::request_unroutable:
            if (event.route) take_route(c, *event.route, event.reason);
            break;
        case EventName::request_assigned:
            c.owner = MemberKey(event.owner);
            break;
        case EventName::request_reassigned:
            c.owner = MemberKey(event.to);
            break;
        case EventName::request_taken_up:
            c.taken_up_at = when_of(event);
            if (c.state == State::registered) c.state = State::taken_up;
            break;
        case EventName::request_referred:
            c.state = State::referred;
            break;
        case EventName::request_deciding:
            c.state = State::deciding;
            break;
        case EventName::request_forgotten:
            forget(c);
            break;
        default:
            break;
    }
}

void apply_close(Case& c, const Event& event) {
    if (event.name == EventName::request_reopened) {
        c.state = State::deciding;
        c.closed_at.reset();
        c.placed.reset();
        c.outcome.clear();
        c.duplicate_of.reset();
        return;
    }
    c.state = State::closed;
    c.closed_at = when_of(event);
    c.outcome = event.outcome;
    c.placed = event.filled.value_or(c.filled());
    c.duplicate_of = event.of;
    for (Referral& referral : c.referrals)
        if (referral.open()) end_referral(referral, ReferralState::closed, when_of(event));
    for (Introduction& introduction : c.introductions) introduction.open = false;
}

void apply_sent(Case& c, const Event& event) {
    Referral referral;
    referral.ordinal = static_cast<int>(c.referrals.size()) + 1;
    referral.region = event.region.value_or(RegionKey());
    referral.sent_at = when_of(event);
    referral.sites = event.sites;
    referral.proposed = event.wsps;
    referral.happened.add(event.name);
    c.referrals.push_back(referral);
}

void apply_forwarded(Referral& referral, const Event& event) {
    referral.forwarded_at = when_of(event);
    for (const WspKey& wsp : event.wsps) {
        WspAsk ask;
        ask.wsp = wsp;
        ask.forwarded_at = when_of(event);
        referral.asks.push_back(ask);
    }
}

void apply_referral(Case& c, const Event& event) {
    Referral* referral = referral_of(c, event);
    if (referral == nullptr) return;
    referral->happened.add(event.name);
    WspAsk* ask = event.wsp ? referral->find_ask(*event.wsp) : nullptr;
    if (event.filled) referral->filled = *event.filled;
    switch (event.name) {
        case EventName::referral_forwarded:
            apply_forwarded(*referral, event);
            break;
        case EventName::referral_declined:
            referral->outcome = event.reason;
            end_referral(*referral, ReferralState::declined, when_of(event));
            break;
        case EventName::referral_wsp_withdrawn:
            if (ask != nullptr) ask->withdrawn_at = when_of(event);
            if (!referral->any_ask()) referral->forwarded_at.reset();
            break;
        case EventName::referral_wsp_responded:
            if (ask != nullptr) ask->responded_at = when_of(event);
            break;
        case EventName::referral_heard_back:
            if (WspAsk* answered = event.wsp ? referral->find_answered(*event.wsp) : nullptr)
                answered->heard = event.heard;
            break;
        case EventName::referral_feedback:
            referral->feedback_at = when_of(event);
            break;
        case EventName::referral_reported_back:
            referral->outcome = event.outcome;
            end_referral(*referral, ReferralState::reported_back, when_of(event));
            break;
        default:
            break;
    }
}

}  // namespace

Instant when_of(const Event& event) {
    return event.happened_at.value_or(event.at);
}

void evolve(Case& c, const Event& event) {
    switch (event.name) {
        case EventName::request_introduced:
        case EventName::request_followed_up:
            evolve_introduction(c, event);
            break;
        case EventName::request_closed:
        case EventName::request_reopened:
            apply_close(c, event);
            break;
        case EventName::referral_sent:
            apply_sent(c, event);
            break;
        case EventName::referral_forwarded:
        case EventName::referral_declined:
        case EventName::referral_wsp_withdrawn:
        case EventName::referral_wsp_responded:
        case EventName::referral_feedback:
        case EventName::referral_reported_back:
        case EventName::referral_heard_back:
            apply_referral(c, event);
            break;
        case EventName::clock_started:
        case EventName::clock_warned:
        case EventName::clock_met:
        case EventName::clock_missed:
        case EventName::clock_cancelled:
        case EventName::clock_moved:
        case EventName::alert_raised:
            evolve_clock(c, event);
            break;
        case EventName::mail_queued:
        case EventName::mail_joined:
            evolve_mail(c, event);
            break;
        default:
            apply_request(c, event);
            break;
    }
    // News that joins a mail may be put on record as a mail of its own (recorder.hpp).
    const bool joined = event.name == EventName::mail_joined;
    c.happened.add(joined ? EventName::mail_queued : event.name);
}

}  // namespace werktdoord
