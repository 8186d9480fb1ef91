#include "core/case.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

template <class Asks>
auto* standing_ask(Asks& asks, const WspKey& wsp) {
    auto last =
        std::find_if(asks.rbegin(), asks.rend(), [&](const WspAsk& ask) { return ask.wsp == wsp; });
    return last == asks.rend() || last->withdrawn_at ? nullptr : &*last;
}

template <class Asks>
auto* newest_answered(Asks& asks, const WspKey& wsp) {
    auto found = std::find_if(asks.rbegin(), asks.rend(), [&](const WspAsk& ask) {
        return ask.wsp == wsp && ask.responded_at.has_value();
    });
    return found == asks.rend() ? nullptr : &*found;
}

template <class Case_>
auto* referral_with(Case_& c, int ordinal) {
    auto found = std::find_if(c.referrals.begin(), c.referrals.end(),
                              [&](const Referral& r) { return r.ordinal == ordinal; });
    return found == c.referrals.end() ? nullptr : &*found;
}

template <class Case_>
auto* find_last_referral(Case_& c, const RegionKey& region) {
    auto found = std::find_if(c.referrals.rbegin(), c.referrals.rend(),
                              [&](const Referral& r) { return r.region == region; });
    return found == c.referrals.rend() ? nullptr : &*found;
}

template <class Case_>
auto* find_open_referral(Case_& c, const RegionKey& region) {
    auto found = std::find_if(c.referrals.begin(), c.referrals.end(),
                              [&](const Referral& r) { return r.open() && r.region == region; });
    return found == c.referrals.end() ? nullptr : &*found;
}

template <class Case_>
auto* find_open_clock(Case_& c, ClockName name, int referral, const std::optional<WspKey>& wsp) {
    auto found = std::find_if(c.clocks.begin(), c.clocks.end(), [&](const Clock& clock) {
        return clock.open() && clock.name == name && clock.referral == referral && clock.wsp == wsp;
    });
    return found == c.clocks.end() ? nullptr : &*found;
}

}  // namespace

bool Referral::any_ask() const {
    return std::any_of(asks.begin(), asks.end(),
                       [&](const WspAsk& ask) { return find_ask(ask.wsp) != nullptr; });
}

bool Referral::was_asked(const WspKey& wsp) const {
    return std::any_of(asks.begin(), asks.end(), [&](const WspAsk& ask) { return ask.wsp == wsp; });
}

WspAsk* Referral::find_ask(const WspKey& wsp) {
    return standing_ask(asks, wsp);
}
const WspAsk* Referral::find_ask(const WspKey& wsp) const {
    return standing_ask(asks, wsp);
}

WspAsk* Referral::find_answered(const WspKey& wsp) {
    return newest_answered(asks, wsp);
}
const WspAsk* Referral::find_answered(const WspKey& wsp) const {
    return newest_answered(asks, wsp);
}

std::optional<Instant> Clock::next_at() const {
    if (state == ClockState::missed) return next_alert;
    if (state != ClockState::running) return std::nullopt;
    if (warn && !warned) return std::min(*warn, due);
    return due;
}

Referral* Case::find_referral(int ordinal) {
    return referral_with(*this, ordinal);
}

const Referral* Case::find_referral(int ordinal) const {
    return referral_with(*this, ordinal);
}

Referral* Case::open_referral(const RegionKey& region) {
    return find_open_referral(*this, region);
}

const Referral* Case::open_referral(const RegionKey& region) const {
    return find_open_referral(*this, region);
}

Referral* Case::last_referral(const RegionKey& region) {
    return find_last_referral(*this, region);
}

const Referral* Case::last_referral(const RegionKey& region) const {
    return find_last_referral(*this, region);
}

const Referral* Case::answered_referral(const RegionKey& region,
                                        const std::optional<WspKey>& wsp) const {
    const auto answered = [&](const WspAsk& ask) {
        return ask.responded_at.has_value() && (!wsp || ask.wsp == *wsp);
    };
    auto found = std::find_if(referrals.rbegin(), referrals.rend(), [&](const Referral& r) {
        return r.region == region && std::any_of(r.asks.begin(), r.asks.end(), answered);
    });
    return found == referrals.rend() ? nullptr : &*found;
}

bool Case::any_open_referral() const {
    return std::any_of(referrals.begin(), referrals.end(),
                       [](const Referral& r) { return r.open(); });
}

Clock* Case::open_clock(ClockName name, int referral, const std::optional<WspKey>& wsp) {
    return find_open_clock(*this, name, referral, wsp);
}

const Clock* Case::open_clock(ClockName name, int referral,
                              const std::optional<WspKey>& wsp) const {
    return find_open_clock(*this, name, referral, wsp);
}

int Case::filled() const {
    int sum = 0;
    for (const Referral& referral : referrals) sum += referral.filled;
    for (const Introduction& introduction : introductions) sum += introduction.filled;
    return sum;
}

}  // namespace werktdoord
