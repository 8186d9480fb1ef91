// JSON values to compact text: members in their order, no spaces, plain numbers.
#pragma once

#include <array>
#include <boost/json/value.hpp>
#include <charconv>
#include <string>
#include <string_view>

namespace werktdoord {

// Appends a number in its shortest form. REQUIRES: a double is finite.
template <class Number>
void write_number(std::string& out, Number number) {
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    out.append(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
}

// Appends a value to `out`. Doubles come out in their shortest form that reads back the same
// (32.5, not 3.25E1). REQUIRES: strings are valid UTF-8, doubles are finite.
void write_json(std::string& out, const boost::json::value& value);
std::string to_json(const boost::json::value& value);

// Appends a string with its quotes; escapes only what RFC 8259 says must be.
void write_json_string(std::string& out, std::string_view text);

}  // namespace werktdoord
