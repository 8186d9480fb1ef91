#include "core/countable.hpp"

#include <algorithm>

#include "base/digits.hpp"

namespace werktdoord {

namespace {

bool is_keyword(const std::string& theme) {
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 50;
    if (theme.size() < least || theme.size() > most) return false;
    if (theme.front() < 'a' || theme.front() > 'z') return false;
    return std::all_of(theme.begin(), theme.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

}  // namespace

std::vector<std::string> countable_themes(const std::vector<std::string>& themes) {
    std::vector<std::string> kept;
    for (const std::string& theme : themes)
        if (is_keyword(theme)) kept.push_back(theme);
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

// Dots and spaces are how people group the digits.
std::optional<std::string> sbi_division(const std::string& sector) {
    std::string digits;
    for (const char c : sector) {
        if (c == '.' || c == ' ') continue;
        if (!is_digit(c)) break;
        digits += c;
        if (digits.size() == 2) return digits;
    }
    return std::nullopt;
}

std::string sector_division(const std::string& sector) {
    return sbi_division(sector).value_or("unknown");
}

}  // namespace werktdoord
