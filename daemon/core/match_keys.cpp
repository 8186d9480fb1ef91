#include "core/match_keys.hpp"

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
