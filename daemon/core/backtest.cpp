#include "core/backtest.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/recipients.hpp"
#include "core/routing.hpp"

namespace werktdoord {

namespace {

bool counts_alike(const WorkCalendar& a, const WorkCalendar& b) {
    CalendarRules other = b.rules();
    other.notify = a.rules().notify;  // holds mail, moves no clock
    return a.rules() == other && a.zone().name() == b.zone().name();
}

// What routing looks at in a region: its key, and which WSP covers what.
bool cover_alike(const Region& a, const Region& b) {
    return std::equal(a.wsps.begin(), a.wsps.end(), b.wsps.begin(), b.wsps.end(),
                      [](const Wsp& one, const Wsp& other) {
                          return one.key == other.key && one.municipalities == other.municipalities;
                      });
}

bool route_alike(const RuleSet& a, const RuleSet& b) {
    return a.calendar.zone().name() == b.calendar.zone().name() && a.routing == b.routing &&
           a.signposts == b.signposts && a.deadlines.default_policy == b.deadlines.default_policy &&
           a.places == b.places &&
           std::equal(a.regions.begin(), a.regions.end(), b.regions.begin(), b.regions.end(),
                      [](const auto& one, const auto& other) {
                          return one.first == other.first && cover_alike(one.second, other.second);
                      });
}

// The coordinator stands in where nobody else does.
bool stand_ins_alike(const RuleSet& a, const RuleSet& b) {
    return a.calendar.rules() == b.calendar.rules() && coordinator_of(a) == coordinator_of(b);
}

std::set<RegionKey> regions_that_differ(const Regions& a, const Regions& b) {
    std::set<RegionKey> differ;
    for (const auto& [key, region] : a) {
        const auto other = b.find(key);
        if (other == b.end() || !(other->second == region)) differ.insert(key);
    }
    for (const auto& [key, region] : b)
        if (!a.contains(key)) differ.insert(key);
    return differ;
}

// Order says nothing: who reads a list reads all of it.
void sort_by_key(std::vector<Recipient>& recipients) {
    std::sort(recipients.begin(), recipients.end(), [](const Recipient& a, const Recipient& b) {
        return std::tie(a.role, a.key) < std::tie(b.role, b.key);
    });
}

std::vector<std::string> sorted(std::vector<std::string> keys) {
    std::sort(keys.begin(), keys.end());
    return keys;
}

RegionOutcome outcome_of(const Proposal& proposal, const Route& route, const RuleSet& rules,
                         Instant at) {
    RegionOutcome outcome;
    outcome.mode = proposal.mode;
    outcome.lead = proposal.region == route.lead;
    outcome.sites = proposal.sites;
    outcome.contacts = contact_recipients(proposal.region, rules, at);
    for (const WspKey& wsp : proposal.wsps)
        if (auto recipient = wsp_recipient(proposal.region, wsp, rules))
            outcome.wsps.push_back(std::move(*recipient));
    for (const Role role : proposal.inform)
        if (auto recipient = inform_recipient(role, proposal.region, rules))
            outcome.inform.push_back(std::move(*recipient));
    sort_by_key(outcome.wsps);
    sort_by_key(outcome.inform);
    return outcome;
}

std::vector<std::size_t> sites_of(const std::vector<UnplacedSite>& unplaced) {
    std::vector<std::size_t> sites;
    for (const UnplacedSite& one : unplaced) sites.push_back(one.site);
    return sites;
}

bool times_alike(const ClockRule& a, const ClockRule& b) {
    return a.within == b.within && a.warn == b.warn;
}

// Calls `each` with the items of two lists that have a key in common, in order of key; null where
// one list lacks it. REQUIRES: both are in order of key.
template <class Items, class KeyOf, class Each>
void for_both(const Items& mine, const Items& theirs, KeyOf key_of, Each each) {
    auto a = mine.begin();
    auto b = theirs.begin();
    while (a != mine.end() || b != theirs.end()) {
        const bool take_mine = b == theirs.end() || (a != mine.end() && !(key_of(*b) < key_of(*a)));
        const bool take_theirs =
            a == mine.end() || (b != theirs.end() && !(key_of(*a) < key_of(*b)));
        each(take_mine ? &*a : nullptr, take_theirs ? &*b : nullptr);
        if (take_mine) ++a;
        if (take_theirs) ++b;
    }
}

}  // namespace

bool Difference::any() const {
    return rules.any() || !regions.empty() || unplaced.any() || policy.any() || !clocks.empty() ||
           signposts.any();
}

Backtest::Backtest(const RuleSet& before, const RuleSet& after)
    : before_(before),
      after_(after),
      routes_alike_(route_alike(before, after)),
      calendar_alike_(counts_alike(before.calendar, after.calendar)),
      absence_alike_(stand_ins_alike(before, after)),
      changed_regions_(regions_that_differ(before.regions, after.regions)) {}

bool Backtest::people_may_differ(const RegionKey& region) const {
    return !absence_alike_ || changed_regions_.contains(region);
}

std::vector<RegionDifference> Backtest::compare_regions(const Route& before, const Route& after,
                                                        Instant at) const {
    std::vector<RegionDifference> differences;
    const auto outcome = [at](const Proposal* proposal, const Route& route, const RuleSet& rules) {
        return proposal ? std::optional(outcome_of(*proposal, route, rules, at)) : std::nullopt;
    };
    const auto key_of = [](const Proposal& proposal) { return proposal.region; };
    for_both(before.regions, after.regions, key_of,
             [&](const Proposal* mine, const Proposal* theirs) {
                 const RegionKey& region = (mine ? mine : theirs)->region;
                 const bool same_lead = (before.lead == region) == (after.lead == region);
                 const bool same = mine && theirs && *mine == *theirs && same_lead;
                 if (same && !people_may_differ(region)) return;
                 RegionDifference difference{region, outcome(mine, before, before_),
                                             outcome(theirs, after, after_)};
                 if (difference.before != difference.after)
                     differences.push_back(std::move(difference));
             });
    return differences;
}

std::vector<ClockDifference> Backtest::compare_clocks(const Policy& before, const Policy& after,
                                                      Instant at) const {
    std::vector<ClockDifference> differences;
    using Item = std::pair<const ClockName, ClockRule>;
    const auto times = [at](const Item* item, const WorkCalendar& calendar) {
        return item ? std::optional(times_of(item->second, calendar, at)) : std::nullopt;
    };
    for_both(
        before.clocks, after.clocks, [](const Item& item) { return item.first; },
        [&](const Item* mine, const Item* theirs) {
            if (calendar_alike_ && mine && theirs && times_alike(mine->second, theirs->second))
                return;
            const ClockDifference difference{(mine ? mine : theirs)->first,
                                             times(mine, before_.calendar),
                                             times(theirs, after_.calendar)};
            if (difference.before != difference.after) differences.push_back(difference);
        });
    return differences;
}

Difference Backtest::compare(const RequestData& data, Instant at) const {
    Route before = route(data, before_, at);
    Route after = routes_alike_ ? before : route(data, after_, at);
    Difference difference;
    difference.regions = compare_regions(before, after, at);
    difference.clocks = compare_clocks(before_.deadlines.policy(before.policy),
                                       after_.deadlines.policy(after.policy), at);
    difference.unplaced = {sites_of(before.unplaced), sites_of(after.unplaced)};
    difference.rules = {std::move(before.rules), std::move(after.rules)};
    difference.policy = {std::move(before.policy), std::move(after.policy)};
    difference.signposts = {sorted(std::move(before.signposts)),
                            sorted(std::move(after.signposts))};
    return difference;
}

}  // namespace werktdoord
