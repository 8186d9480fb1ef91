// The times when the mail server could not be reached: they do not count towards `give_up`
// (contract section 9). Pure.
#pragma once

#include <algorithm>
#include <vector>

#include "base/instant.hpp"

namespace werktdoord {

class Outages {
public:
    void begin(Instant at) {
        if (!away()) all_.push_back({at, Instant::max()});
    }

    // It can be reached again. Forgets outages after which `give_up` went by without one.
    void end(Instant at, Instant::duration give_up) {
        if (away()) all_.back().until = at;
        const Outages known = *this;
        std::erase_if(all_, [&](const Outage& outage) {
            return at - outage.until - known.within(outage.until, at) > give_up;
        });
    }

    // How much of the time from `since` to `now` it was away.
    Instant::duration within(Instant since, Instant now) const {
        Instant::duration sum{};
        for (const Outage& outage : all_)
            sum += std::max(Instant::duration{},
                            std::min(outage.until, now) - std::max(outage.from, since));
        return sum;
    }

private:
    struct Outage {
        Instant from;
        Instant until;
    };

    bool away() const { return !all_.empty() && all_.back().until == Instant::max(); }

    std::vector<Outage> all_;
};

}  // namespace werktdoord
