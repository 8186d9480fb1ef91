// One file of the rules folder as it was read.
#pragma once

#include <string>

namespace werktdoord {

struct RulesFile {
    std::string name;  // within the folder: "reference/postcodes.csv"
    std::string text;
    friend bool operator==(const RulesFile&, const RulesFile&) = default;
};

}  // namespace werktdoord
