// Response times of many clocks in little memory: counts, percentiles, share in time. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/clock_standing.hpp"

namespace werktdoord {

// Lengths of time, counted by the minute up to 17 hours and above that to within 0.2 %, so that a
// year of them takes kilobytes.
class TimeCounts {
public:
    void add(std::chrono::seconds time);
    void add(const TimeCounts& other);

    // The smallest counted time such that at least `percent` of all are no longer (nearest rank),
    // rounded up to its step. Nothing without times.
    std::optional<std::chrono::seconds> percentile(int percent) const;

private:
    std::vector<std::uint32_t> counts_;
    std::int64_t total_ = 0;
};

// How clocks of one kind stand. Judged are those that were met, those that are late now, and those
// that ended unmet after their due instant. A clock that runs and is not yet due is open, but not
// judged; one that was cancelled in time neither.
class ResponseTimes {
public:
    void add(const Clock& clock, Instant now);
    void add(const ResponseTimes& other);

    bool any() const { return judged_ + open_ + cancelled_ > 0; }
    std::int64_t judged() const { return judged_; }
    std::int64_t in_time() const { return in_time_; }
    std::int64_t open() const { return open_; }
    std::int64_t overdue() const { return overdue_; }  // open and late; judged too
    std::int64_t never() const { return never_; }      // judged too
    std::int64_t cancelled() const { return cancelled_; }

    // Over the judged ones: how long each took, or takes so far; a percentile is never longer than
    // the longest. Nothing where none is judged.
    std::optional<std::chrono::seconds> percentile(int percent) const;
    std::optional<std::chrono::seconds> longest() const;
    std::optional<std::chrono::seconds> longest_open() const;  // of all open ones, judged or not

    // Of 1000 judged ones, how many were in time, rounded half up.
    std::optional<int> permille_in_time() const;

private:
    TimeCounts times_;
    std::optional<std::chrono::seconds> longest_;
    std::optional<std::chrono::seconds> longest_open_;
    std::int64_t judged_ = 0;
    std::int64_t in_time_ = 0;
    std::int64_t open_ = 0;
    std::int64_t overdue_ = 0;
    std::int64_t never_ = 0;
    std::int64_t cancelled_ = 0;
};

}  // namespace werktdoord
