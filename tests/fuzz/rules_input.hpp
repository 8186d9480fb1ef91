// What one input of the fuzzer means for the reader of rules, and what must hold whatever it is.
#pragma once

#include <string>
#include <string_view>

namespace werktdoord {

// Reads rules in which the file that the first byte chooses holds the other bytes; routes a request
// with them where they can be read. Aborts where what is told is not as it should be: rules exactly
// where there is no error, findings on one line each that begin with the file's name, not too many.
void read_rules_input(std::string_view input);

// The input that stands for `text` in `file` of the rules folder; empty for a file that it has not.
std::string rules_input(std::string_view file, std::string_view text);

}  // namespace werktdoord
