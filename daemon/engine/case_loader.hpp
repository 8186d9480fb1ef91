// The cases a command works on, loaded before and saved after its decision.
#pragma once

#include <optional>

#include "core/decide.hpp"
#include "store/store.hpp"

namespace werktdoord {

struct LoadedCases {
    Cases before;
    Cases cases;  // the working copies
};

// The case of the command with those it names or was introduced to; nothing when its own is
// unknown. Unknown partners are left out.
std::optional<LoadedCases> load_cases(Store& store, const RecordEvent& command);

// Writes what the decision changed. REQUIRES: a transaction.
void save_cases(Store& store, LoadedCases& loaded);

}  // namespace werktdoord
