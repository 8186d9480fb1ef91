// The instant at which something is put on record.
#pragma once

#include <algorithm>

#include "engine/limits.hpp"
#include "store/store.hpp"

namespace werktdoord {

// `now`, or `last`, when something was put on record before, where the clock was set back since. By
// a day at most: beyond that `now` is believed, or a clock that was once far ahead would let
// nothing fall due until it is.
constexpr Instant journal_time(Instant last, Instant now) {
    return last - now <= limits::set_back_most ? std::max(last, now) : now;
}

// The same, after the last line of the journal. Throws StoreFault when that cannot be read.
inline Instant journal_time(StoreReader& store, Instant now) {
    return journal_time(store.last_journalled().value_or(now), now);
}

}  // namespace werktdoord
