// Text of strangers as text of an HTML page.
#pragma once

#include <string>

namespace werktdoord {

// Cleaned (clean_text.hpp), and `& < > " '` as references: safe between tags and in quoted values.
std::string escape_html(const std::string& value);

}  // namespace werktdoord
