// The media type of a Content-Type (RFC 9110 section 8.3.1).
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// In lower case and without blanks around it.
std::string lower_trimmed(std::string_view text);

// "application/json" of " Application/JSON ; charset=utf-8": the type in lower case, without
// parameters.
std::string media_type(std::string_view content_type);

}  // namespace werktdoord
