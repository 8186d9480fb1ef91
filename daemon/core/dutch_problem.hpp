// What is wrong with a submission, in Dutch: for the mail and the digest that tell of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// One text of a Problem of the reader of submissions (codec/intake_body.hpp), which are in English:
// "is required" -> "dit is verplicht". Nothing for a text that the reader does not give.
std::optional<std::string> dutch_problem(std::string_view text);

// Problems as kept (to_lines), one a line, each with its place: "/data/kind: is required" ->
// "/data/kind: dit is verplicht". A text that an earlier version gave and that is not known here
// stays as it is.
std::string dutch_problems(std::string_view lines);

}  // namespace werktdoord
