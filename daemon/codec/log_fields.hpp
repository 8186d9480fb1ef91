// An event as flat key=value pairs for the log (contract section 7).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event.hpp"

namespace werktdoord {

using LogFields = std::vector<std::pair<std::string_view, std::string>>;

// event, request, region, then the members of the catalogue, lists joined by commas, recipients as
// role:key. Leaves out what is personal, and `why`, which is for a person and may be long.
LogFields log_fields(const Event& event);

}  // namespace werktdoord
