// Clocks: what an event does to the clocks of its case (contract section 6). Pure.
#pragma once

#include "core/progress.hpp"

namespace werktdoord {

// What had happened before an event: to the request, and to the referral that the event is about.
struct Before {
    Happened request;
    Happened referral;
};
Before before_event(const Case& c, const Event& event);

// Lets the clocks run on an event that was just told: those it meets, those it cancels, those it
// starts. A closed request starts none.
void run_clocks(Progress& progress, const Event& cause, const Before& before);

// Starts a clock at `when` by the policy of the case, unless the same clock is open or the policy
// has no such clock. `referral` is an ordinal or 0.
void start_clock(Progress& progress, ClockName name, int referral, const std::optional<WspKey>& wsp,
                 Instant when);

// The policy a case's clocks start under: its own, or the default one once that is gone.
const Policy& policy_of(const Case& c, const RuleSet& rules);

}  // namespace werktdoord
