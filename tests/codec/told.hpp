// Findings as the lines that a person reads.
#pragma once

#include <string>
#include <vector>

#include "codec/finding.hpp"

namespace werktdoord {

inline std::vector<std::string> told(const Findings& findings) {
    std::vector<std::string> lines;
    for (const auto& finding : findings) lines.push_back(to_string(finding));
    return lines;
}

}  // namespace werktdoord
