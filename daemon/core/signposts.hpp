// The signpost: regional and sectoral initiatives an employer is pointed to (L4). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/matcher.hpp"

namespace werktdoord {

struct Tier {
    int employees_from = 0;
    std::optional<int> employees_until;
    std::string amount;
    friend bool operator==(const Tier&, const Tier&) = default;
};

struct Signpost {
    std::string key;
    std::string title;
    std::string text;
    std::string link;
    Matcher when;
    Period valid;
    std::vector<Tier> tiers;
    friend bool operator==(const Signpost&, const Signpost&) = default;
};

// The tier for an employer of this size; nothing when no tier fits or the size is not known.
const Tier* tier_for(const Signpost& signpost, std::optional<int> size);

// The signposts that fit the request on this day, in the order of the file. One with tiers is
// left out when the employer's size is known and no tier fits.
std::vector<const Signpost*> matching_signposts(const std::vector<Signpost>& signposts,
                                                const MatchFacts& facts, LocalDay today);

}  // namespace werktdoord
