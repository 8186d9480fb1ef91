// The template of pages for people and their style, compiled in.
#pragma once

#include <string_view>

namespace werktdoord {

std::string_view page_template();  // page.mustache
std::string_view page_style();     // page.css
std::string_view report_style();   // report.css, on top of it

}  // namespace werktdoord
