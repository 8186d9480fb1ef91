// The instant at which something is put on record.
#pragma once

#include <algorithm>

#include "base/limits.hpp"
#include "store/store.hpp"

namespace werktdoord {

// `now`, or when the last line of the journal was written where the clock was set back since. By a
// day at most: beyond that `now` is believed, or a clock that was once far ahead would let nothing
// fall due until it is. Throws StoreFault when the store cannot be read.
inline Instant journal_time(StoreReader& store, Instant now) {
    const Instant last = store.last_journalled().value_or(now);
    return last - now <= limits::set_back_most ? std::max(last, now) : now;
}

}  // namespace werktdoord
