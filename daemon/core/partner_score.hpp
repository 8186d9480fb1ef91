// What each side of a match is worth: points, and the words for a person. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/locations.hpp"
#include "core/partners.hpp"

namespace werktdoord {

// What is known of a request before it is compared, so that a hundred comparisons know it once.
struct Compared {
    const OpenRequest* request = nullptr;
    std::vector<Point> places;
};

struct PartnerScore {
    int points = 0;
    bool fits = false;     // the work goes together at all
    bool weighty = false;  // something speaks against it that a call will not mend
    std::optional<int> km;
    std::vector<std::string> why;
    std::vector<std::string> against;
};

// REQUIRES: one is a demand, the other an offer. `today` is local.
PartnerScore score_partner(const Compared& demand, const Compared& offer, LocalDay today);

}  // namespace werktdoord
