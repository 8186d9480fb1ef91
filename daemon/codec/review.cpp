#include "codec/review.hpp"

#include <algorithm>

namespace werktdoord {

std::string in_words(const std::vector<std::string>& names, std::size_t most) {
    const std::size_t told = names.size() <= most ? names.size() : most - 1;
    std::string words;
    for (std::size_t i = 0; i < told; ++i) {
        if (i > 0) words += i + 1 == names.size() ? " and " : ", ";
        words += names[i];
    }
    if (told < names.size()) words += " and " + std::to_string(names.size() - told) + " more";
    return words;
}

std::string in_words(LocalDay from, LocalDay until) {
    if (from == until) return "on " + to_string(from);
    return "from " + to_string(from) + " until " + to_string(until);
}

}  // namespace werktdoord
