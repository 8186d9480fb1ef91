// What a person decides about a mail or a rejected submission: the body of POST …/send, …/drop and
// …/set-aside.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "core/command.hpp"

namespace werktdoord {

// The longest reason, in characters.
inline constexpr std::size_t decision_reason_max = 2'000;

// Reads `{"by":"anna"}`, and `"reason"` beside it, required for all but `resend`, which has none.
// Fails with every problem at once, each with its JSON pointer.
Parsed<DeskDecision> read_decision_body(std::string_view body, DeskDecision::Kind kind,
                                        std::int64_t id);

}  // namespace werktdoord
