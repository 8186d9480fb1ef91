// What a report is made from: of each request only what is counted, nothing that names anybody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/case.hpp"

namespace werktdoord {

// A WSP's answer, and what the employer said of it.
struct ReportAnswer {
    RegionKey region;
    std::optional<bool> heard;  // none: the employer did not say
};

struct ReportRequest {
    Kind kind = Kind::demand;
    Instant registered_at;
    bool open = true;
    std::string outcome;  // of a closed one
    std::string sector;   // as given
    int headcount = 0;
    int filled = 0;  // people placed so far; of a closed one, Case::placed
    std::vector<std::string> themes;
    std::vector<RegionKey> regions;  // of the referrals, else as proposed
    std::vector<Clock> clocks;  // name, region, start, due, state and end; the rest is not read
    std::vector<ReportAnswer> answers;
};

}  // namespace werktdoord
