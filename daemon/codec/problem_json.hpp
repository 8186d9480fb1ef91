// Errors as application/problem+json (RFC 9457), as the contract's section 4 shows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "core/event_name.hpp"
#include "core/model.hpp"

namespace werktdoord {

// {"status":…,"title":…,"detail":…,"errors":[{"pointer":…,"detail":…}],"state":…,"fits":[…]}.
// `errors`, `state` and `fits` (of a 409: the state of the request and the events that fit it) are
// left out when empty.
std::string problem_json(int status, std::string_view title, std::string_view detail,
                         const Problems& problems = {}, const std::vector<EventName>& fits = {},
                         std::optional<State> state = {});

}  // namespace werktdoord
