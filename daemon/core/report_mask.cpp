#include "core/report_mask.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

using Shown = Figure::Shown;

bool mask_small(const std::vector<Figure*>& line) {
    bool any = false;
    for (Figure* figure : line) {
        if (figure->shown != Shown::plain) continue;
        if (figure->value <= 0 || figure->value >= masked_below) continue;
        figure->shown = Shown::few;
        any = true;
    }
    return any;
}

// Whether the sum of the line tells what is masked in it: "<5" is 1 to 4, and "hidden" 5 or more
// unless the line has nothing but "hidden" and may hold any number behind it.
bool gives_away(const std::vector<Figure*>& line) {
    std::int64_t few = 0;
    std::int64_t hidden = 0;
    std::int64_t sum = 0;
    bool small_hidden = false;
    for (const Figure* figure : line) {
        if (figure->shown == Shown::plain) continue;
        sum += figure->value;
        ++(figure->shown == Shown::few ? few : hidden);
        if (figure->shown == Shown::hidden && figure->value < masked_below) small_hidden = true;
    }
    if (few + hidden == 0) return false;
    if (few + hidden == 1) return true;
    if (few == 0 && small_hidden) return false;
    const bool all_least = sum == few + masked_below * hidden;
    const bool all_most = hidden == 0 && sum == (masked_below - 1) * few;
    return sum < masked_below || all_least || all_most;
}

// The smallest that is not masked, above 0 if there is one.
Figure* next_to_hide(const std::vector<Figure*>& line) {
    Figure* smallest = nullptr;
    Figure* zero = nullptr;
    for (Figure* figure : line) {
        if (figure->shown != Shown::plain) continue;
        if (figure->value == 0) {
            if (zero == nullptr) zero = figure;
        } else if (smallest == nullptr || figure->value < smallest->value) {
            smallest = figure;
        }
    }
    return smallest != nullptr ? smallest : zero;
}

// No longer tells that the small ones are small.
bool hide_small(const std::vector<Figure*>& line) {
    bool any = false;
    for (Figure* figure : line) {
        if (figure->shown != Shown::few) continue;
        figure->shown = Shown::hidden;
        any = true;
    }
    return any;
}

std::size_t count_masked(const std::vector<Figure*>& line) {
    return static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(),
                      [](const Figure* figure) { return figure->shown != Shown::plain; }));
}

}  // namespace

bool mask_line(const std::vector<Figure*>& line) {
    bool any = mask_small(line);
    while (gives_away(line)) {
        Figure* next = next_to_hide(line);
        const bool enough = next == nullptr || (next->value == 0 && count_masked(line) > 1);
        if (enough) return (count_masked(line) > 1 && hide_small(line)) || any;
        next->shown = Shown::hidden;
        any = true;
    }
    return any;
}

}  // namespace werktdoord
