// When the writer looks again at what is due.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "base/instant.hpp"

namespace werktdoord {

// For one thread. Asks the store only in pause().
class DueTimer {
public:
    // When something is due next, as stored; nothing: never. May throw StoreFault.
    using NextDue = std::function<std::optional<Instant>()>;

    // How long nobody has to look, limits::sleep_max at most; 0 when there is more to do now.
    std::chrono::milliseconds pause(Instant now, const NextDue& next_due);

    // Whether to look now, as of the last pause; always after one that failed or skip().
    bool is_due(Instant now) const { return due_at_ <= now; }
    void skip() { due_at_ = Instant::min(); }

    // What the look brought: whether there is more to do at once, and whether something failed,
    // which is tried again after limits::failing_pause.
    void looked(Instant now, bool more, bool failed);

private:
    Instant due_at_ = Instant::min();
    bool more_due_ = false;
    std::optional<Instant> again_at_;  // something failed to be worked off
};

}  // namespace werktdoord
