// JSON text to values, stricter than the library: what is signed and what is read cannot differ.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace werktdoord {

// Reads one JSON text (RFC 8259). Refuses a key given twice in one object (compared after
// unescaping, at any depth), more than 32 levels, invalid UTF-8, lone surrogates, numbers that no
// double holds, NaN, comments, and anything after the value. Every duplicate key is told with the
// JSON pointer of the second one; a fault of syntax with line and column in its text.
// `pointer` is where the text stands in what its reader knows; it starts every place.
Parsed<boost::json::value> parse_json(std::string_view text, std::string_view pointer = {});

// The JSON pointer (RFC 6901) of a member or an item: "/data" and "a/b" give "/data/a~1b".
std::string pointer_to(std::string_view parent, std::string_view key);
std::string pointer_to(std::string_view parent, std::size_t index);

}  // namespace werktdoord
