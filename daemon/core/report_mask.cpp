#include "core/report_mask.hpp"

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

// Whether the sum of the line tells what is masked in it.
bool gives_away(const std::vector<Figure*>& line) {
    std::size_t masked = 0;
    std::int64_t sum = 0;
    for (const Figure* figure : line) {
        if (figure->shown == Shown::plain) continue;
        ++masked;
        sum += figure->value;
    }
    return masked == 1 || (masked > 1 && sum < masked_below);
}

Figure* smallest_plain(const std::vector<Figure*>& line) {
    Figure* smallest = nullptr;
    for (Figure* figure : line) {
        if (figure->shown != Shown::plain || figure->value == 0) continue;
        if (smallest == nullptr || figure->value < smallest->value) smallest = figure;
    }
    return smallest;
}

}  // namespace

bool mask_line(const std::vector<Figure*>& line) {
    bool any = mask_small(line);
    while (gives_away(line)) {
        Figure* next = smallest_plain(line);
        if (next == nullptr) break;
        next->shown = Shown::hidden;
        any = true;
    }
    return any;
}

}  // namespace werktdoord
