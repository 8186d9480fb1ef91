// One request that cannot be worked off (a defect, a row that cannot be read) holds up no other.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/recorder.hpp"
#include "store/store.hpp"

namespace werktdoord {

class Isolation {
public:
    Isolation(Store& store, Recorder& recorder) : store_(store), recorder_(recorder) {}

    // Runs `work` in a savepoint of its own. When it fails only that is undone, and `what` and why
    // are among the troubles; false. A disk that fails is thrown on: it is everyone's trouble.
    // REQUIRES: a transaction.
    bool run(std::string_view what, const std::function<void()>& work);

    // What failed since the last call, for the log; no personal data.
    std::vector<std::string> take_troubles() { return std::exchange(troubles_, {}); }

private:
    Store& store_;
    Recorder& recorder_;
    std::vector<std::string> troubles_;
};

}  // namespace werktdoord
