// The intake while clocks and digests are at work: how long submissions wait for their answers.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/instant.hpp"
#include "core/ruleset.hpp"

namespace werktdoord::bench {

// The writer of the daemon on a store, on a time of its own, without network. 64 submissions wait
// for their answers at any moment.
class BusyIntake {
public:
    BusyIntake(const std::string& path, const RulesPtr& rules, Instant now);
    ~BusyIntake();
    BusyIntake(const BusyIntake&) = delete;
    BusyIntake& operator=(const BusyIntake&) = delete;

    // Puts the time to `now`, and takes in until so many digests were told, or the seconds are
    // over. Returns the 99th percentile of the waits in milliseconds.
    double p99(Instant now, double seconds, int digests = 0);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace werktdoord::bench
