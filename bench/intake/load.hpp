// A platform that sends signed submissions over many connections, and what it saw.
#pragma once

#include <cstdint>
#include <string>

namespace werktdoord::bench {

struct LoadPlan {
    int port = 0;
    int connections = 64;
    double seconds = 5;
    // Submissions a second, at times drawn at random, whatever the answers do. 0: each connection
    // sends the next one as soon as it has its answer.
    double rate = 0;
    std::string secret;       // "whsec_…"
    std::uint64_t first = 0;  // number of the first submission
};

struct LoadResult {
    int acknowledged = 0;
    int refused = 0;  // any other answer
    int failed = 0;   // connections lost
    double per_second = 0;
    // Milliseconds from when a submission was due (with a rate) or sent until its answer.
    double half = 0;
    double ninety_nine = 0;
};

// REQUIRES: the port listens on 127.0.0.1.
LoadResult drive(const LoadPlan& plan);

}  // namespace werktdoord::bench
