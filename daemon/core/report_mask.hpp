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
        hidden  // not told, as it would give a masked one away
    };
    std::int64_t value = 0;
    Shown shown = Shown::plain;
    friend bool operator==(const Figure&, const Figure&) = default;
};

// Masks the small ones of figures whose sum is told elsewhere, and then further ones, the smallest
// first, while only one of them is masked or the masked ones add up to fewer than 5: else the sum
// would tell what was masked. Of equal ones the first. What is masked already stays so.
// True when something was masked.
bool mask_line(const std::vector<Figure*>& line);

}  // namespace werktdoord
