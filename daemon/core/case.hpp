// A case: one request with its referrals and clocks; the state that events build up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/key.hpp"
#include "core/deadlines.hpp"
#include "core/event_name.hpp"
#include "core/model.hpp"
#include "core/routing.hpp"

namespace werktdoord {

// The events that have happened to a request or referral (for `unless`).
class Happened {
public:
    Happened() = default;
    explicit Happened(std::uint64_t bits) : bits_(bits) {}
    void add(EventName event) { bits_ |= 1ULL << static_cast<unsigned>(event); }
    bool has(EventName event) const { return (bits_ >> static_cast<unsigned>(event) & 1ULL) != 0; }
    std::uint64_t bits() const { return bits_; }
    friend bool operator==(const Happened&, const Happened&) = default;

private:
    std::uint64_t bits_ = 0;
};

// One WSP that a referral was forwarded to.
struct WspAsk {
    WspKey wsp;
    Instant forwarded_at;
    std::optional<Instant> responded_at;
    std::optional<Instant> withdrawn_at;
    std::optional<bool> heard{};  // what the employer said: whether it spoke to them

    bool awaited() const { return !responded_at && !withdrawn_at; }
    friend bool operator==(const WspAsk&, const WspAsk&) = default;
};

enum class ReferralState { open, declined, reported_back, closed };

// Whom a referral was mailed to, and when that mail leaves.
struct MailedReferral {
    std::string address;
    Instant leaves_at;
    friend bool operator==(const MailedReferral&, const MailedReferral&) = default;
};

// One request to one region (W4, W6). `ordinal` counts the referrals of the case from 1.
struct Referral {
    int ordinal = 0;
    RegionKey region;
    ReferralState state = ReferralState::open;
    Instant sent_at;
    std::optional<Instant> forwarded_at;  // the last forwarding; none while no WSP has it
    std::optional<Instant> feedback_at;
    std::optional<Instant> ended_at;
    std::vector<std::size_t> sites;  // indexes into RequestData::sites
    std::vector<WspKey> proposed;
    std::vector<WspAsk> asks;
    std::vector<MailedReferral> mailed;
    std::string outcome;  // of reported_back, or the reason of declined
    int filled = 0;       // so far
    Happened happened;

    bool open() const { return state == ReferralState::open; }
    bool any_ask() const;                     // a WSP has it
    bool was_asked(const WspKey& wsp) const;  // ever, also where that was withdrawn
    WspAsk* find_ask(const WspKey& wsp);      // the last one to this WSP, unless it was withdrawn
    const WspAsk* find_ask(const WspKey& wsp) const;
    WspAsk* find_answered(const WspKey& wsp);  // the newest one that this WSP answered
    const WspAsk* find_answered(const WspKey& wsp) const;
    friend bool operator==(const Referral&, const Referral&) = default;
};

enum class ClockState { running, missed, met, cancelled };

// A clock knows its start, its warning and its due instant, computed at the start (section 6).
struct Clock {
    std::int64_t id = 0;  // of the store; 0: not stored yet
    ClockName name = ClockName::take_up;
    int referral = 0;  // ordinal; 0: a clock of the request
    std::optional<RegionKey> region;
    std::optional<WspKey> wsp;
    // What the policy it started under said: a changed policy serves later clocks only.
    Happened until;  // the events that meet it
    Span within;
    std::optional<Warning> warning;
    Instant start;
    std::optional<Instant> warn;
    Instant due;
    ClockState state = ClockState::running;
    bool warned = false;
    int alerts = 0;                     // sends of `after` steps and `overdue` reminders so far
    std::optional<Instant> next_alert;  // the next of them, while missed and open
    std::optional<Instant> ended_at;    // met (by happenedAt) or cancelled
    bool late = false;

    bool open() const { return state == ClockState::running || state == ClockState::missed; }

    // When this clock next makes something happen: a warning, a miss, an alert.
    std::optional<Instant> next_at() const;
    friend bool operator==(const Clock&, const Clock&) = default;
};

// Employers brought together (W5).
struct Introduction {
    RequestNumber with;
    Instant at;
    bool open = true;  // neither followed up nor is one of the two closed
    std::string form;  // collegiale-in-en-uitleen, werk-naar-werk, other; empty: not told
    std::string outcome;
    int filled = 0;
    friend bool operator==(const Introduction&, const Introduction&) = default;
};

struct Case {
    RequestNumber number;
    RequestData data;
    State state = State::registered;
    Instant registered_at;
    std::optional<Instant> taken_up_at;
    std::optional<Instant> closed_at;
    MemberKey owner;
    Route route;
    std::vector<Referral> referrals;
    std::vector<Clock> clocks;
    std::vector<Introduction> introductions;
    std::string outcome;        // of request.closed
    std::optional<int> placed;  // people placed in all, of a closed one
    std::optional<RequestNumber> duplicate_of;
    std::vector<RequestNumber> possible_duplicates;
    std::optional<Instant> status_leaves_at;  // the last status mail to the employer (section 9)
    bool forgotten = false;
    Happened happened;
    std::int64_t version = 0;  // of the store; grows with every save

    // Null where there is no such referral. No referral has the ordinal 0.
    Referral* find_referral(int ordinal);
    const Referral* find_referral(int ordinal) const;
    Referral* open_referral(const RegionKey& region);
    const Referral* open_referral(const RegionKey& region) const;
    Referral* last_referral(const RegionKey& region);
    const Referral* last_referral(const RegionKey& region) const;
    // The last referral to this region that this WSP (none: any WSP) answered.
    const Referral* answered_referral(const RegionKey& region,
                                      const std::optional<WspKey>& wsp) const;
    bool any_open_referral() const;
    Clock* open_clock(ClockName name, int referral, const std::optional<WspKey>& wsp);
    const Clock* open_clock(ClockName name, int referral, const std::optional<WspKey>& wsp) const;
    int filled() const;  // people placed so far, over referrals and introductions
    friend bool operator==(const Case&, const Case&) = default;
};

template <>
struct Names<ReferralState> {
    static constexpr std::array<std::pair<ReferralState, std::string_view>, 4> table{
        {{ReferralState::open, "open"},
         {ReferralState::declined, "declined"},
         {ReferralState::reported_back, "reported_back"},
         {ReferralState::closed, "closed"}}};
};

template <>
struct Names<ClockState> {
    static constexpr std::array<std::pair<ClockState, std::string_view>, 4> table{
        {{ClockState::running, "running"},
         {ClockState::missed, "missed"},
         {ClockState::met, "met"},
         {ClockState::cancelled, "cancelled"}}};
};

}  // namespace werktdoord
