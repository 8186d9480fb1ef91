#include "codec/nearest.hpp"

#include <algorithm>
#include <limits>

namespace werktdoord {

namespace {

// Longer texts are no slips of the finger; this keeps the table small.
constexpr std::size_t longest_compared = 80;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string asked(const std::string& name) {
    return name.empty() ? name : "; did you mean \"" + name + "\"?";
}

// A third of the letters may differ, and one in any case; or one is a part of the other
// ("brabant" of "midden-brabant"), which is no slip but tells what was meant.
bool is_close(std::string_view text, std::string_view name) {
    constexpr std::size_t shortest_part = 3;
    const std::string_view longer = text.size() < name.size() ? name : text;
    const std::string_view shorter = text.size() < name.size() ? text : name;
    if (edit_distance(text, name) <= std::max<std::size_t>(1, longer.size() / 3)) return true;
    return shorter.size() >= shortest_part && longer.find(shorter) != longer.npos;
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
    left = left.substr(0, longest_compared);
    right = right.substr(0, longest_compared);
    const std::size_t width = right.size() + 1;
    std::vector<std::size_t> table((left.size() + 1) * width);
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            std::size_t& cell = table[i * width + j];
            if (i == 0 || j == 0) {
                cell = i + j;
                continue;
            }
            const bool same = lower(left[i - 1]) == lower(right[j - 1]);
            cell = std::min({table[(i - 1) * width + j] + 1, table[i * width + j - 1] + 1,
                             table[(i - 1) * width + j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(left[i - 1]) == lower(right[j - 2]) &&
                lower(left[i - 2]) == lower(right[j - 1]))
                cell = std::min(cell, table[(i - 2) * width + j - 2] + 1);
        }
    }
    return table.back();
}

std::string nearest(std::string_view text, const std::vector<std::string>& names) {
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    std::string best;
    for (const auto& name : names) {
        const std::size_t edits = edit_distance(text, name);
        if (edits >= fewest) continue;
        fewest = edits;
        best = name;
    }
    return best;
}

std::string nearest_known(std::string_view text, const std::vector<std::string>& names) {
    return asked(nearest(text, names));
}

std::string did_you_mean(std::string_view text, const std::vector<std::string>& names) {
    const std::string best = nearest(text, names);
    return is_close(text, best) ? asked(best) : std::string();
}

}  // namespace werktdoord
