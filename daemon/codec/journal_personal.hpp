// The personal members of a journal line: shown, or checked against their digests (section 7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace werktdoord {

// The line with the texts in the place of their digests (`journal --personal`). `personal` is the
// object that journal_line gave; where it is empty (erased), the line stays as it is.
// Fails on text that is not of the journal.
Parsed<std::string> with_personal(std::string_view line, std::string_view personal);

// One of the texts in a `personal` object; nothing where it is erased or was not told.
std::optional<std::string> text_of_personal(std::string_view personal, std::string_view member);

// Every personal text that does not fit the digest in its line.
Problems verify_personal(std::string_view line, std::string_view personal);

}  // namespace werktdoord
