// Whether a kept text names a person: an address or phone number as a whole, in any case, also
// of letters with an accent.
#pragma once

#include <string_view>

namespace werktdoord {

// "an@b.example" is not in "jan@b.example", nor in "an@b.example.example"; it is in "Mail
// AN@b.example." A text may be JSON: what stands before may be an escape. Empty `name`: never.
bool names_text(std::string_view text, std::string_view name);

}  // namespace werktdoord
