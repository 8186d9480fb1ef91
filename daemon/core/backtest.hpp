// Backtest: what one request would change under other rules (contract section 1). Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/clock_times.hpp"
#include "core/role.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

template <class T>
struct Change {
    T before;
    T after;
    bool any() const { return !(before == after); }
    friend bool operator==(const Change&, const Change&) = default;
};

// What one region gets of a request, and who there hears of it at that instant.
struct RegionOutcome {
    Mode mode = Mode::after_assessment;
    bool lead = false;
    std::vector<std::size_t> sites;  // indexes into RequestData::sites
    std::vector<Recipient> contacts;
    std::vector<Recipient> wsps;
    std::vector<Recipient> inform;  // roles that the region lacks are left out
    friend bool operator==(const RegionOutcome&, const RegionOutcome&) = default;
};

// A region whose outcome differs. No `before`: it comes in; no `after`: it goes out.
struct RegionDifference {
    RegionKey region;
    std::optional<RegionOutcome> before;
    std::optional<RegionOutcome> after;
    friend bool operator==(const RegionDifference&, const RegionDifference&) = default;
};

// A clock of the policy, counted as if it started at the registration. Nothing on a side whose
// policy lacks it.
struct ClockDifference {
    ClockName clock = ClockName::take_up;
    std::optional<ClockTimes> before;
    std::optional<ClockTimes> after;
    friend bool operator==(const ClockDifference&, const ClockDifference&) = default;
};

// All that differs between two decisions on one request. Regions and clocks: only those that do.
// The reasons in words (`why`) are none of it: they change nothing for anybody.
struct Difference {
    Change<std::vector<std::string>> rules;     // that decided
    std::vector<RegionDifference> regions;      // by key
    Change<std::vector<std::size_t>> unplaced;  // sites that lie nowhere
    Change<std::string> policy;
    std::vector<ClockDifference> clocks;
    Change<std::vector<std::string>> signposts;

    bool any() const;
    friend bool operator==(const Difference&, const Difference&) = default;
};

// Compares the decisions of two rule sets, request by request. Works out once what cannot differ,
// so that equal parts cost nothing.
class Backtest {
public:
    // Both must outlive this.
    Backtest(const RuleSet& before, const RuleSet& after);

    // What a request that is registered at `at` would change.
    Difference compare(const RequestData& data, Instant at) const;

private:
    bool people_may_differ(const RegionKey& region) const;
    std::vector<RegionDifference> compare_regions(const Route& before, const Route& after,
                                                  Instant at) const;
    std::vector<ClockDifference> compare_clocks(const Policy& before, const Policy& after,
                                                Instant at) const;

    const RuleSet& before_;
    const RuleSet& after_;
    bool routes_alike_;    // the routing files say the same: one walk serves both
    bool calendar_alike_;  // clocks count the same
    bool absence_alike_;   // who stands in depends on the region alone
    std::set<RegionKey> changed_regions_;
};

}  // namespace werktdoord
