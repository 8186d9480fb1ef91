// What the command line says of words that it cannot take.
#pragma once

#include <string>
#include <vector>

namespace werktdoord {

// A check of an option or argument: what is wrong with the number of a mail or a submission. Empty:
// nothing.
std::string fault_of_id(const std::string& text);

// The same of the name of a file.
std::string fault_of_file_name(const std::string& text);

// The word behind a command that has others below it, as a person wrote it: the first that is no
// option and no value of --config. Empty: there is none.
std::string word_below(const std::vector<std::string>& arguments);

}  // namespace werktdoord
