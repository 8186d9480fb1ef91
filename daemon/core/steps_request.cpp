#include <algorithm>
#include <set>

#include "core/clocks.hpp"
#include "core/countable.hpp"
#include "core/evolve.hpp"
#include "core/letters.hpp"
#include "core/lifecycle.hpp"
#include "core/proposal.hpp"
#include "core/recipients.hpp"
#include "core/status_mail.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

std::set<RegionKey> regions_of(const std::vector<Referral>& referrals) {
    std::set<RegionKey> regions;
    for (const Referral& referral : referrals) regions.insert(referral.region);
    return regions;
}

// A proposed region was never referred to, or an open referral's is proposed no longer. A referral
// that ended differs from nothing: there is nothing left to decide about it.
bool route_differs(const Case& c) {
    const bool more =
        std::any_of(c.route.regions.begin(), c.route.regions.end(),
                    [&](const Proposal& p) { return c.last_referral(p.region) == nullptr; });
    return more || std::any_of(c.referrals.begin(), c.referrals.end(), [&](const Referral& r) {
               return r.open() && c.route.find(r.region) == nullptr;
           });
}

// The proposal less the regions that were referred to before.
std::vector<RegionKey> remaining_regions(const Case& c) {
    const std::set<RegionKey> taken = regions_of(c.referrals);
    std::vector<RegionKey> regions;
    for (const Proposal& proposal : c.route.regions)
        if (!taken.contains(proposal.region)) regions.push_back(proposal.region);
    return regions;
}

Refused check_no_open_referral(const Progress& progress, const std::vector<RegionKey>& regions) {
    for (std::size_t i = 0; i < regions.size(); ++i)
        if (progress.subject().open_referral(regions[i]) != nullptr)
            return conflict(progress.subject(), "/regions/" + std::to_string(i),
                            "there is an open referral to '" + regions[i].text() + "'");
    return std::nullopt;
}

}  // namespace

Refused take_up(Progress& progress, const Event& draft) {
    progress.happen(draft);
    if (draft.by == progress.subject().owner.text()) return std::nullopt;
    Event reassigned = progress.event(EventName::request_reassigned);
    reassigned.by = "rules";
    reassigned.to = draft.by;
    reassigned.reason = "taken_up";
    progress.happen(std::move(reassigned));
    return std::nullopt;
}

Event routed(const Progress& progress, Route route, const std::string& why_again) {
    Event event = progress.event(route.regions.empty() ? EventName::request_unroutable
                                                       : EventName::request_routed);
    event.reason = why_again;
    event.rules_hash = progress.rules().hash;
    event.route = std::make_shared<const Route>(std::move(route));
    return event;
}

Refused amend(Progress& progress, const Event& draft) {
    Event amended = draft;
    if (draft.request_data) {
        amended.headcount = draft.request_data->headcount;
        amended.sector = draft.request_data->sector;
        amended.themes = countable_themes(draft.request_data->themes);
    }
    const bool was_filled = is_filled(progress.subject());
    progress.happen(amended);
    Route found = route(progress.subject().data, progress.rules(), progress.now());
    progress.happen(routed(progress, std::move(found), routed_by_amendment));

    const Case& c = progress.subject();
    if (!c.referrals.empty() && route_differs(c))
        start_clock(progress, ClockName::decide, 0, std::nullopt, when_of(draft));
    const bool filled = !was_filled && is_filled(c);
    const std::string what = std::string("De gegevens van de melding zijn aangepast.") +
                             (filled ? " Alle plaatsen zijn nu ingevuld." : "");
    if (filled) write_owner_update(progress, 0, what, draft.note);
    for (const Referral& referral : c.referrals)
        if (referral.open()) write_worker_updates(progress, referral, what, draft.note);
    return std::nullopt;
}

// The page behind a mail link offers the proposal; whatever comes back from it is held to that.
Refused check_offered(const Case& c, const Event& draft) {
    if (draft.link.empty()) return std::nullopt;
    for (std::size_t i = 0; i < draft.regions.size(); ++i)
        if (c.route.find(draft.regions[i]) == nullptr)
            return invalid("/regions/" + std::to_string(i),
                           "'" + draft.regions[i].text() + "' is not in the proposal");
    return std::nullopt;
}

Refused refer(Progress& progress, const Event& draft) {
    Event referred = draft;
    if (referred.regions.empty()) {
        referred.regions = remaining_regions(progress.subject());
        if (referred.regions.empty())
            return invalid("/regions", "the proposal has no region left; name the regions");
    }
    if (Refused refused = check_offered(progress.subject(), referred)) return refused;
    if (Refused refused = check_no_open_referral(progress, referred.regions)) return refused;
    std::sort(referred.regions.begin(), referred.regions.end());
    referred.regions.erase(std::unique(referred.regions.begin(), referred.regions.end()),
                           referred.regions.end());
    progress.happen(referred);
    send_referrals(progress, referred.regions, referred);
    write_status(progress);
    return std::nullopt;
}

void send_referrals(Progress& progress, const std::vector<RegionKey>& regions, const Event& cause) {
    const Case before = progress.subject();
    for (const RegionKey& region : regions) {
        const Proposal proposal = proposal_for(region, before, progress.rules());
        Event sent = progress.event(EventName::referral_sent);
        sent.region = region;
        sent.by = cause.by;
        sent.happened_at = cause.happened_at;
        sent.referral = static_cast<int>(progress.subject().referrals.size()) + 1;
        sent.sites = proposal.sites;
        sent.wsps = proposal.wsps;
        sent.inform = proposal.inform;
        progress.happen(std::move(sent));
        const Referral referral = progress.subject().referrals.back();
        write_contact(progress, referral, MailKind::referral, {{"note", cause.note}});
    }
}

Refused continue_others(Progress& progress, const Event& draft) {
    progress.happen(draft);
    return std::nullopt;
}

Refused reassign(Progress& progress, const Event& draft) {
    const MemberKey to(draft.to);
    if (to == progress.subject().owner)
        return invalid("/to", "'" + draft.to + "' owns the request already");
    progress.happen(draft);
    write_owner(progress, MailKind::new_request, {{"note", draft.note}});
    return std::nullopt;
}

Refused reopen(Progress& progress, const Event& draft) {
    const Instant closed_at = progress.subject().closed_at.value_or(Instant{});
    if (lies_before(draft, closed_at))
        return invalid("/happenedAt", "lies before the request was closed");
    const Event reopened = no_earlier_than(draft, closed_at);
    progress.happen(reopened);
    // What is closed is not routed by other rules that come into force.
    route_anew(progress, RouteChange::but_for_signposts);
    start_deciding(progress, "reopened", reopened.happened_at);
    // Who owned it when it was closed may be gone since (W3).
    if (needs_owner(progress.subject(), progress.rules(), progress.now())) hand_over(progress);
    write_update(progress, employer_of(progress.subject()), 0, "Wij gaan verder met uw melding.",
                 "");
    return std::nullopt;
}

void start_deciding(Progress& progress, const std::string& reason,
                    const std::optional<Instant>& happened_at) {
    Event deciding = progress.event(EventName::request_deciding);
    deciding.reason = reason;
    deciding.happened_at = happened_at;
    progress.happen(std::move(deciding));
}

}  // namespace werktdoord
