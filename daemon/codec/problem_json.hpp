// Errors as application/problem+json (RFC 9457), as the contract's section 4 shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "core/event_name.hpp"

namespace werktdoord {

// {"status":…,"title":…,"detail":…,"errors":[{"pointer":…,"detail":…}],"fits":[…]}. `errors` and
// `fits` (the events that fit the state, of a 409) are left out when empty.
std::string problem_json(int status, std::string_view title, std::string_view detail,
                         const Problems& problems = {}, const std::vector<EventName>& fits = {});

}  // namespace werktdoord
