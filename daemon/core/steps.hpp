// Steps: what each event of contract section 5 does, one function an event. Pure.
// Each gets the event as drafted, with its form and its fit to the state already checked, and
// gives a refusal when something it names does not hold.
#pragma once

#include <optional>

#include "core/decide.hpp"
#include "core/progress.hpp"

namespace werktdoord {

using Refused = std::optional<Refusal>;

// 400 with one problem at a JSON pointer; 409 with the events that do fit.
Refusal invalid(const std::string& pointer, const std::string& text);
Refusal conflict(const Case& c, const std::string& pointer, const std::string& text);

Refused take_up(Progress& progress, const Event& draft);
Refused amend(Progress& progress, const Event& draft);
Refused refer(Progress& progress, const Event& draft);
Refused continue_others(Progress& progress, const Event& draft);
Refused reassign(Progress& progress, const Event& draft);
Refused close_request(Progress& progress, Cases& cases, const Event& draft, Events& out);
Refused reopen(Progress& progress, const Event& draft);

Refused forward(Progress& progress, const Event& draft);
Refused decline(Progress& progress, const Event& draft);
Refused withdraw_wsp(Progress& progress, const Event& draft);
Refused wsp_responded(Progress& progress, const Event& draft);
Refused feedback(Progress& progress, const Event& draft);
Refused report_back(Progress& progress, const Event& draft);
Refused heard_back(Progress& progress, const Event& draft);

Refused introduce(Progress& progress, Cases& cases, const Event& draft, Events& out);
Refused follow_up(Progress& progress, const Event& draft);

// What the rules decided, as the event that tells it. `why_again`: empty at the registration, else
// one of the words in evolve.hpp.
Event routed(const Progress& progress, Route route, const std::string& why_again);

// Routes the request by the rules of now and journals it where they decide otherwise than before.
// Signposts are valid from day to day, so they may differ under the same rules.
enum class RouteChange { any, but_for_signposts };
void route_anew(Progress& progress, RouteChange change);

// Sends the request on to these regions, by key, each with its clocks and the contact's mail.
void send_referrals(Progress& progress, const std::vector<RegionKey>& regions, const Event& cause);

// Gives the request to who is on duty, by the rules (absence, a member who left), and writes to
// them. False: they have it already.
bool hand_over(Progress& progress);

// Whether the event is told to have happened before `other`. Scripts tell whole seconds and the
// pages behind mail links whole minutes: what lies in the same one is not before.
bool lies_before(const Event& draft, Instant other);

// The event no earlier than `other`: what lies in the same second or minute happened right then, so
// that no instant on record lies before the one it follows from.
Event no_earlier_than(Event event, Instant other);

// Whether as many people were found as the request asks for.
bool is_filled(const Case& c);

// Nobody need look further (contract section 5, referral.reported_back): to the owner and those at
// work on the other open referrals. `before`: is_filled() before the event; `told_by`: the referral
// that the event is about, 0 for none.
void tell_when_filled(Progress& progress, bool before, int told_by);

// Journals `request.deciding`, by the rules: last_referral_ended, followed_up, partner_closed,
// reopened.
void start_deciding(Progress& progress, const std::string& reason,
                    const std::optional<Instant>& happened_at);

}  // namespace werktdoord
