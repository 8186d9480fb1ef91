#include "engine/due_timer.hpp"

#include <algorithm>

#include "engine/limits.hpp"

namespace werktdoord {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds shortest{1};

}  // namespace

milliseconds DueTimer::pause(Instant now, const NextDue& next_due) {
    skip();
    if (more_due_) return milliseconds(0);
    if (again_at_) {
        // However many commands come meanwhile.
        due_at_ = std::min(*again_at_, now + limits::failing_pause);
        return std::max<milliseconds>(due_at_ - now, shortest);
    }
    const std::optional<Instant> next = next_due();
    due_at_ = next.value_or(Instant::max());
    const milliseconds most = limits::sleep_max;
    if (!next) return most;
    // Not 0: what failed to be worked off must not make a busy loop.
    return std::clamp<milliseconds>(*next - now, shortest, most);
}

void DueTimer::looked(Instant now, bool more, bool failed) {
    more_due_ = more;
    again_at_.reset();
    if (failed) again_at_ = now + limits::failing_pause;
}

}  // namespace werktdoord
