#include "codec/nearest.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/ascii.hpp"

namespace werktdoord {

namespace {

// Longer texts are no slips of the finger; this keeps the table small.
constexpr std::size_t longest_compared = 80;

std::string asked(const std::string& name) {
    return name.empty() ? name : "; did you mean \"" + name + "\"?";
}

enum class PartOf { not_at_all, inside_words, as_words };

// Whether `part` stands in `whole`: "horst" as a word in "horst aan de maas", inside one in
// "maashorst". Less than three letters tell nothing, nor does less than half of what is no word of
// its own: "employer" is not meant for "employers_association".
PartOf part_of(std::string_view part, std::string_view whole) {
    constexpr std::size_t shortest_part = 3;
    if (part.size() < shortest_part) return PartOf::not_at_all;
    PartOf best = PartOf::not_at_all;
    for (std::size_t at = whole.find(part); at != whole.npos; at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || !is_of_a_word(whole[at - 1]);
        const bool ends = end == whole.size() || !is_of_a_word(whole[end]);
        if (begins && ends) return PartOf::as_words;
        if (2 * part.size() >= whole.size()) best = PartOf::inside_words;
    }
    return best;
}

// The less, the more likely it is that the name was meant: first the kind of likeness, then how
// many letters differ. Nothing where the two are not alike.
using Unlikeness = std::pair<int, std::size_t>;

std::optional<Unlikeness> unlikeness(const std::string& text, const std::string& name) {
    const std::size_t longer = std::max(text.size(), name.size());
    const std::size_t letters = longer - std::min(text.size(), name.size());
    const std::size_t edits = edit_distance(text, name);
    const bool slips = edits <= std::max<std::size_t>(1, std::min(longer, longest_compared) / 3);
    const PartOf in_name = part_of(text, name);
    if (edits <= 1) return Unlikeness{0, edits};
    // Who writes "brabant" for "noord-brabant" made no slip; two letters may be chance.
    if (in_name == PartOf::as_words) return Unlikeness{1, letters};
    if (slips && edits == 2) return Unlikeness{2, edits};
    if (in_name != PartOf::not_at_all || part_of(name, text) != PartOf::not_at_all)
        return Unlikeness{3, letters};
    if (slips) return Unlikeness{4, edits};
    return std::nullopt;
}

// The name that is most likely meant, the first of equals; empty when none is.
std::string likeliest(std::string_view text, const std::vector<std::string>& names) {
    const std::string written = lower_case(text);
    std::optional<Unlikeness> least;
    std::string best;
    for (const auto& name : names) {
        const auto found = unlikeness(written, lower_case(name));
        if (!found || (least && *found >= *least)) continue;
        least = found;
        best = name;
    }
    return best;
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
            const bool same = lower_case(left[i - 1]) == lower_case(right[j - 1]);
            cell = std::min({table[(i - 1) * width + j] + 1, table[i * width + j - 1] + 1,
                             table[(i - 1) * width + j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower_case(left[i - 1]) == lower_case(right[j - 2]) &&
                lower_case(left[i - 2]) == lower_case(right[j - 1]))
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
    const std::string likely = likeliest(text, names);
    return asked(likely.empty() ? nearest(text, names) : likely);
}

std::string did_you_mean(std::string_view text, const std::vector<std::string>& names) {
    return asked(likeliest(text, names));
}

}  // namespace werktdoord
