// A copy of a store that others go on writing to: whole, of one instant, checked, never over
// another file.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/result.hpp"
#include "store/store.hpp"

namespace werktdoord {

// Copies the store to `target`, readable by its owner alone. What was deleted is not in the copy.
// It is written beside it under the name TARGET.part, verified, put on the disk and then named;
// `found` gets what Store::verify finds in it, which then is in the store itself too. Fails, and
// leaves nothing behind, when there is such a file already or it cannot be written; throws
// StoreFault when the store cannot be read.
Result<Verified> back_up(const std::string& store, const std::filesystem::path& target,
                         const std::function<void(const Problem&)>& found);

}  // namespace werktdoord
