// Telling now and then what goes wrong again and again: it must not fill the log.
#pragma once

#include <map>
#include <string>

#include "base/instant.hpp"

namespace werktdoord {

class Sparingly {
public:
    // The same text is told again after `every`.
    explicit Sparingly(Instant::duration every) : every_(every) {}

    // Whether this is to be told at `now`; if so, it counts as told.
    bool tells(const std::string& what, Instant now) {
        std::erase_if(
            told_, [&](const auto& one) { return now - one.second >= every_ || now < one.second; });
        return told_.emplace(what, now).second;
    }

    // All is told anew.
    void forget() { told_.clear(); }

private:
    Instant::duration every_;
    std::map<std::string, Instant> told_;
};

}  // namespace werktdoord
