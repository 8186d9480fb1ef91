// The regions of a request, and which of them speaks for all (L3). Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/case.hpp"

namespace werktdoord {

// A region with the sites (indexes into RequestData::sites) that lie in it; none where only rules
// or people name it.
struct RegionSites {
    RegionKey region;
    std::vector<std::size_t> sites;
};

enum class LeadBy { most_sites, most_people, first_site, first_named };

struct Lead {
    RegionKey region;
    LeadBy by = LeadBy::first_named;
};

// Most sites; of those most people, as far as the sites tell theirs; of those the one with the
// first site; else the first of the list. Nothing for an empty list.
std::optional<Lead> lead_among(const std::vector<RegionSites>& regions,
                               const std::vector<Site>& sites);

// The lead region that the mails about a case name; empty while one region has it all. It is that
// of the route, as long as that region takes part; else the lead among those that do. Who takes
// part: the regions of the referrals, but those that gave it back while there are others; until
// the team has taken the request up, those that the rules propose beside them.
RegionKey lead_region(const Case& c);

// Where people look for a request: where it was referred to, before that where it may go.
std::set<RegionKey> regions_of(const Case& c);

}  // namespace werktdoord
