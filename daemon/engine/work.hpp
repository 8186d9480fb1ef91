// What everything that is worked off by itself, at no command, is done with.
#pragma once

#include "engine/isolation.hpp"
#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

struct Work {
    Store& store;
    Recorder& recorder;
    Isolation& isolation;
    const RuleSet& rules;
    Instant now;
};

}  // namespace werktdoord
