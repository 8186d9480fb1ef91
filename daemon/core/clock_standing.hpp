// How a clock stands: running, late, met in time or not. The one place that judges it; live clocks,
// digests and reports all ask here. Pure.
#pragma once

#include "core/case.hpp"

namespace werktdoord {

// Whether a due instant has come. What is due at this very instant is: a miss is told before what
// people do then (contract section 6).
bool has_come(Instant due, Instant now);

// Whether an open clock is late at `now`: it was told as missed, or its due instant has come.
bool runs_late(const Clock& clock, Instant now);

// Whether what ends a clock at `when` comes after its due instant; exactly at due is in time.
bool ends_late(const Clock& clock, Instant when);

enum class ClockStanding {
    running,    // open and not yet due
    overdue,    // open and late
    in_time,    // met at or before due
    met_late,   // met after due
    never,      // ended without being met, after due: nobody did what was promised
    cancelled,  // ended without being met, at or before due: nothing was promised any more
};

ClockStanding standing_of(const Clock& clock, Instant now);

// How long it took, or takes so far: to its end, else to `now`; never below zero.
std::chrono::seconds time_taken(const Clock& clock, Instant now);

}  // namespace werktdoord
