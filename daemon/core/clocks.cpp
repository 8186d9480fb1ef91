#include "core/clocks.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "core/clock_event.hpp"
#include "core/clock_standing.hpp"
#include "core/clock_times.hpp"
#include "core/evolve.hpp"

namespace werktdoord {

namespace {

// Whether an event is about the thing a clock watches.
bool concerns(const Event& cause, const Clock& clock) {
    if (clock.referral == 0 || cause.referral == 0) return true;
    if (clock.referral != cause.referral) return false;
    return !clock.wsp || !cause.wsp || clock.wsp == cause.wsp;
}

bool ends_referral(EventName event) {
    return event == EventName::referral_declined || event == EventName::referral_reported_back;
}

bool cancels(const Event& cause, const Clock& clock) {
    if (cause.name == EventName::request_closed) return true;
    if (clock.referral == 0 || clock.referral != cause.referral) return false;
    if (ends_referral(cause.name)) return true;
    return cause.name == EventName::referral_wsp_withdrawn && clock.wsp && clock.wsp == cause.wsp;
}

void meet_clocks(Progress& progress, const Event& cause, std::vector<Clock> clocks) {
    for (const Clock& clock : clocks) {
        if (!clock.until.has(cause.name) || !concerns(cause, clock)) continue;
        Event met = clock_event(progress, EventName::clock_met, clock);
        met.happened_at = cause.happened_at;
        met.due = clock.due;
        met.late = ends_late(clock, when_of(cause));
        progress.tell(std::move(met));
    }
}

void cancel_clocks(Progress& progress, const Event& cause, const std::vector<Clock>& clocks) {
    for (const Clock& clock : clocks) {
        if (!cancels(cause, clock)) continue;
        Event cancelled = clock_event(progress, EventName::clock_cancelled, clock);
        cancelled.happened_at = cause.happened_at;
        progress.tell(std::move(cancelled));
    }
}

std::vector<Clock> open_clocks(const Case& c) {
    std::vector<Clock> clocks;
    for (const Clock& clock : c.clocks)
        if (clock.open()) clocks.push_back(clock);
    std::stable_sort(clocks.begin(), clocks.end(), [](const Clock& a, const Clock& b) {
        return std::tie(a.name, a.referral, a.wsp) < std::tie(b.name, b.referral, b.wsp);
    });
    return clocks;
}

// The referrals a clock of this scope starts for: the one the event is about, else every open one.
std::vector<Referral> concerned(const Case& c, const Event& cause) {
    std::vector<Referral> referrals;
    for (const Referral& referral : c.referrals) {
        const bool meant =
            cause.referral != 0 ? referral.ordinal == cause.referral : referral.open();
        if (meant && referral.open()) referrals.push_back(referral);
    }
    return referrals;
}

std::vector<WspKey> concerned_wsps(const Referral& referral, const Event& cause) {
    if (!cause.wsps.empty()) return cause.wsps;
    std::vector<WspKey> wsps;
    for (const WspAsk& ask : referral.asks)
        if (ask.awaited()) wsps.push_back(ask.wsp);
    return wsps;
}

// Whether something of `unless` has happened before (contract section 6): to the referral where the
// clock is of one and the event is about one, else to the request.
bool held_back(const ClockRule& rule, Happened request, Happened referral) {
    return std::any_of(rule.unless.begin(), rule.unless.end(), [&](EventName event) {
        return is_referral_event(event) ? referral.has(event) : request.has(event);
    });
}

void start_clocks(Progress& progress, const Event& cause, const Before& before) {
    const Policy& policy = policy_of(progress.subject(), progress.rules());
    for (const auto& [name, rule] : policy.clocks) {
        if (!has(rule.from, cause.name)) continue;
        if (scope_of(name) == ClockScope::request) {
            if (!held_back(rule, before.request, before.request))
                start_clock(progress, name, 0, std::nullopt, when_of(cause));
            continue;
        }
        for (const Referral& referral : concerned(progress.subject(), cause)) {
            const Happened earlier = cause.referral != 0 ? before.referral : referral.happened;
            if (held_back(rule, before.request, earlier)) continue;
            if (scope_of(name) == ClockScope::referral)
                start_clock(progress, name, referral.ordinal, std::nullopt, when_of(cause));
            else
                for (const WspKey& wsp : concerned_wsps(referral, cause))
                    start_clock(progress, name, referral.ordinal, wsp, when_of(cause));
        }
    }
}

}  // namespace

Before before_event(const Case& c, const Event& event) {
    Before before{c.happened, {}};
    if (const Referral* referral = c.find_referral(event.referral))
        before.referral = referral->happened;
    return before;
}

void run_clocks(Progress& progress, const Event& cause, const Before& before) {
    meet_clocks(progress, cause, open_clocks(progress.subject()));
    cancel_clocks(progress, cause, open_clocks(progress.subject()));
    if (progress.subject().state != State::closed) start_clocks(progress, cause, before);
}

void start_clock(Progress& progress, ClockName name, int referral, const std::optional<WspKey>& wsp,
                 Instant when) {
    const Case& c = progress.subject();
    const ClockRule* rule = policy_of(c, progress.rules()).find_rule(name);
    if (rule == nullptr || c.open_clock(name, referral, wsp) != nullptr) return;

    const ClockTimes times = times_of(*rule, progress.rules().calendar, when);
    Event started = progress.event(EventName::clock_started);
    started.clock = name;
    started.referral = referral;
    started.wsp = wsp;
    if (const Referral* of = c.find_referral(referral)) started.region = of->region;
    started.start = when;
    started.warn = times.warn;
    started.due = times.due;
    Happened until;
    for (EventName event : rule->until) until.add(event);
    started.until = until.bits();
    started.within = rule->within;
    started.warning = rule->warn;
    progress.tell(std::move(started));
}

const Policy& policy_of(const Case& c, const RuleSet& rules) {
    const auto found = rules.deadlines.policies.find(c.route.policy);
    if (found != rules.deadlines.policies.end()) return found->second;
    return rules.deadlines.policy("");
}

}  // namespace werktdoord
