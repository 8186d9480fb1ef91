// What a matcher says by naming a place: a municipality lies in a region and a province. Pure.
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/matcher.hpp"

namespace werktdoord {

class Surroundings {
public:
    explicit Surroundings(const Places& places);

    // A matcher that takes the same requests and names, beside each municipality and region that it
    // asks for, the region and the province they lie in. REQUIRES: `matcher` is prepared.
    Matcher named_in(Matcher matcher) const;

private:
    struct Around {
        std::set<std::string> regions;
        std::set<std::string> provinces;
    };
    Matcher with(Matcher place, const Around& around) const;

    std::map<std::string, Around, std::less<>> municipalities_;  // by all that names one
    std::map<std::string, Around, std::less<>> regions_;
};

}  // namespace werktdoord
