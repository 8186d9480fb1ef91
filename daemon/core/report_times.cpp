#include "core/report_times.hpp"

#include <algorithm>
#include <bit>

namespace werktdoord {

namespace {

using std::chrono::seconds;

// The leading bits of a number of minutes that are kept.
constexpr int kept_bits = 10;
constexpr std::uint64_t exact_below = 1ULL << kept_bits;
constexpr std::uint64_t half = exact_below / 2;
constexpr std::uint64_t most_minutes = 1ULL << 30U;

// The first step that a time is not longer than: who reads "half within" may rely on it.
std::size_t step_of(seconds time) {
    const auto whole = static_cast<std::uint64_t>((time.count() + 59) / 60);
    const auto minutes = std::min(whole, most_minutes);
    if (minutes < exact_below) return minutes;
    const auto shift = static_cast<unsigned>(std::bit_width(minutes) - kept_bits);
    const bool between = (minutes & ((1ULL << shift) - 1)) != 0;
    return exact_below + (shift - 1) * half + ((minutes >> shift) - half) + (between ? 1 : 0);
}

seconds time_of(std::size_t step) {
    if (step < exact_below) return std::chrono::minutes(step);
    const std::uint64_t shift = (step - exact_below) / half + 1;
    const std::uint64_t leading = (step - exact_below) % half + half;
    return std::chrono::minutes(leading << shift);
}

void keep_longer(std::optional<seconds>& longest, std::optional<seconds> time) {
    if (time && (!longest || *time > *longest)) longest = time;
}

}  // namespace

void TimeCounts::add(seconds time) {
    const std::size_t step = step_of(time);
    if (step >= counts_.size()) counts_.resize(step + 1);
    ++counts_[step];
    ++total_;
}

void TimeCounts::add(const TimeCounts& other) {
    if (other.counts_.size() > counts_.size()) counts_.resize(other.counts_.size());
    for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
    total_ += other.total_;
}

std::optional<seconds> TimeCounts::percentile(int percent) const {
    const std::int64_t rank = (total_ * percent + 99) / 100;
    std::int64_t passed = 0;
    for (std::size_t step = 0; step < counts_.size(); ++step) {
        passed += counts_[step];
        if (passed > 0 && passed >= rank) return time_of(step);
    }
    return std::nullopt;
}

void ResponseTimes::add(const Clock& clock, Instant now) {
    const ClockStanding standing = standing_of(clock, now);
    const seconds time = time_taken(clock, now);
    if (clock.open()) {
        ++open_;
        keep_longer(longest_open_, time);
    }
    if (standing == ClockStanding::running) return;
    if (standing == ClockStanding::cancelled) {
        ++cancelled_;
        return;
    }
    ++judged_;
    times_.add(time);
    keep_longer(longest_, time);
    if (standing == ClockStanding::in_time) ++in_time_;
    if (standing == ClockStanding::overdue) ++overdue_;
    if (standing == ClockStanding::never) ++never_;
}

void ResponseTimes::add(const ResponseTimes& other) {
    times_.add(other.times_);
    keep_longer(longest_, other.longest_);
    keep_longer(longest_open_, other.longest_open_);
    judged_ += other.judged_;
    in_time_ += other.in_time_;
    open_ += other.open_;
    overdue_ += other.overdue_;
    never_ += other.never_;
    cancelled_ += other.cancelled_;
}

std::optional<seconds> ResponseTimes::percentile(int percent) const {
    const auto step = times_.percentile(percent);
    return step && longest_ ? std::min(step, longest_) : step;
}
std::optional<seconds> ResponseTimes::longest() const {
    return longest_;
}
std::optional<seconds> ResponseTimes::longest_open() const {
    return longest_open_;
}

std::optional<int> ResponseTimes::permille_in_time() const {
    if (judged_ == 0) return std::nullopt;
    return static_cast<int>((in_time_ * 1000 + judged_ / 2) / judged_);
}

}  // namespace werktdoord
