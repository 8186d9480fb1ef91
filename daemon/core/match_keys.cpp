#include "core/match_keys.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/digits.hpp"
#include "core/countable.hpp"
#include "core/locations.hpp"
#include "core/occupation.hpp"

namespace werktdoord {
namespace {

// Beyond these a request is found everywhere: a chain with a hundred shops would be a hundred rows.
constexpr std::size_t most_areas = 12;

std::set<std::string> areas_of(const RequestData& data) {
    std::set<std::string> areas;
    for (const Site& site : data.sites) {
        areas.insert(area_of(site));
        if (areas.size() > most_areas) return {everywhere};
    }
    return areas;
}

}  // namespace

std::string sector_digits(const std::string& sector) {
    std::string digits;
    for (const char c : sector)
        if (is_digit(c)) digits += c;
    return digits;
}

std::optional<std::string> section_of(std::string_view sector) {
    std::string text = lower_case(sector);
    std::erase(text, ' ');
    if (text.size() != 1 || text.front() < 'a' || text.front() > 'u') return std::nullopt;
    return std::string(1, static_cast<char>(text.front() - 'a' + 'A'));
}

bool is_sector_filter(std::string_view text) {
    if (section_of(text)) return true;
    const bool digits = std::ranges::any_of(text, is_digit);
    return digits && text.find("..") == text.npos &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.' || c == ' '; });
}

std::string sector_key(const std::string& sector) {
    const auto division = sbi_division(sector);
    return division ? "#" + *division : std::string();
}

std::set<MatchKey> match_keys(const Case& it) {
    std::set<MatchKey> keys;
    if (it.state == State::closed) return keys;
    std::set<std::string> words;
    for (const OccupationWord& word : occupation_words(it.data.occupation)) words.insert(word.head);
    if (std::string sector = sector_key(it.data.sector); !sector.empty())
        words.insert(std::move(sector));
    const std::set<std::string> areas = areas_of(it.data);
    for (const std::string& word : words)
        for (const std::string& area : areas) keys.emplace(word, area);
    return keys;
}

}  // namespace werktdoord
