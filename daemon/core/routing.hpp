// Routing: from a request to regions, WSPs and a policy, by the rules (W4, W6, W7, L3, L4). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/key.hpp"
#include "core/matcher.hpp"
#include "core/places.hpp"
#include "core/regions.hpp"
#include "core/signposts.hpp"

namespace werktdoord {

struct RuleSet;

enum class Mode { immediately, after_assessment };

template <>
struct Names<Mode> {
    static constexpr std::array<std::pair<Mode, std::string_view>, 2> table{
        {{Mode::immediately, "immediately"}, {Mode::after_assessment, "after_assessment"}}};
};

struct Refer {
    bool region_of_site = true;
    std::vector<RegionKey> regions;  // when not region_of_site
    Mode mode = Mode::after_assessment;
    std::vector<WspKey> wsps;  // none: those that cover the sites' municipalities
    std::vector<Role> inform;
    friend bool operator==(const Refer&, const Refer&) = default;
};

struct Rule {
    std::string name;
    Matcher when;
    std::optional<Refer> refer;
    std::string deadlines;  // a policy, or empty
    bool go_on = false;     // `continue: true`
    friend bool operator==(const Rule&, const Rule&) = default;
};

// One region that the rules propose, with the sites (indexes into RequestData::sites) it serves.
// `mode` is that of the first rule that names the region. `sites` are those that lie in the region;
// where none does, because rules name it, all of the request's.
struct Proposal {
    RegionKey region;
    Mode mode = Mode::after_assessment;
    std::vector<std::size_t> sites;
    std::vector<WspKey> wsps;
    std::vector<Role> inform;
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

struct UnplacedSite {
    std::size_t site = 0;
    std::string why;
    friend bool operator==(const UnplacedSite&, const UnplacedSite&) = default;
};

// What the rules decided. `regions` is ordered by key; empty: the request is unroutable.
struct Route {
    std::vector<std::string> rules;  // the names of those that decided
    std::vector<Proposal> regions;
    std::string policy;  // never empty
    RegionKey lead;      // most sites, then most people, then the first (lead_region.hpp)
    std::vector<UnplacedSite> unplaced;
    std::vector<std::string> signposts;
    // Per site where it lies and why, disagreements, of several regions which leads and why, no
    // rule. Dutch.
    std::vector<std::string> why;

    const Proposal* find(const RegionKey& region) const;

    // One word for all regions: immediately when any of them is referred at registration.
    Mode mode() const;

    friend bool operator==(const Route&, const Route&) = default;
};

// Routes a request under `rules` as of `now` (absences and periods of signposts depend on it).
// The first rule that matches decides; with `continue` it contributes and the search goes on.
Route route(const RequestData& data, const RuleSet& rules, Instant now);

// The same walk told to a person, in Dutch lines: every site with where it lies and by which row
// of the reference, every rule with why it fits or not, contacts and who stands in for them, WSPs,
// the owner, the policy with what is due counted day by day from `now`, signposts.
// `later`: the request is routed anew, so its owner and the clocks that run stay as they are.
enum class Occasion { registration, later };
std::vector<std::string> explain_route(const RequestData& data, const RuleSet& rules, Instant now,
                                       Occasion occasion = Occasion::registration);

}  // namespace werktdoord
