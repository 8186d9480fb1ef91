// Masking: small numbers that could point at a person are not told, nor what gives them away. Pure.
#pragma once

#include <cstdint>
#include <vector>

namespace werktdoord {

// Numbers below this are masked, 0 is not.
inline constexpr std::int64_t masked_below = 5;

struct Figure {
    enum class Shown {
        plain,
        few,    // 1 to 4: told as "<5"
        hidden  // not told, as it would give a masked one away: any number
    };
    std::int64_t value = 0;
    Shown shown = Shown::plain;
    friend bool operator==(const Figure&, const Figure&) = default;
};

// Masks the small ones of figures whose sum is told elsewhere, and then further ones, the smallest
// first (of equal ones the first; a zero where nothing else is left), until the sum does not tell
// them: at least two are masked, and 5 or more together. Where they cannot be, and where "<5" would
// tell them (1 and 5 of 6), all of them are hidden. What is hidden already stays so. A figure that
// is alone in its line is as small as the sum says. True when something was masked.
bool mask_line(const std::vector<Figure*>& line);

}  // namespace werktdoord
