// The team's digest while it is counted: over several transactions where much is open, so that the
// count never holds up the intake (L5).
#pragma once

#include <optional>

#include "core/digest.hpp"
#include "engine/limits.hpp"
#include "store/store.hpp"

namespace werktdoord {

// What happens while it counts stands in this digest or in the next one, never in both.
class TeamCount {
public:
    // `rules` must outlive this.
    TeamCount(const RuleSet& rules, LocalDay day, const DigestSpan& span)
        : rules_(rules), day_(day), span_(span), digest_(rules, span) {}

    // The day that the digest is for, and when counting began: it tells what was so far.
    LocalDay day() const { return day_; }
    Instant began() const { return span_.now; }

    // Counts on, some `most` marks. True when all is counted.
    bool count_on(StoreReader& store, int most = limits::digest_marks_max);

    // REQUIRES: all is counted.
    Digest written(StoreReader& store) const;

private:
    int count_requests(StoreReader& store, int most);
    int count_regions(StoreReader& store, int most);

    const RuleSet& rules_;
    LocalDay day_;
    DigestSpan span_;
    TeamDigest digest_;
    bool begun_ = false;
    std::optional<RequestNumber> last_request_;
    bool requests_done_ = false;
    std::optional<RegionKey> last_region_;
};

}  // namespace werktdoord
