#include "engine/stand_in_line.hpp"

#include <vector>

#include "base/split.hpp"

namespace werktdoord {

std::string stand_in_line(const RegionKey& region, Absentee who, LocalDay from) {
    return region.text() + " " + std::string(name_of(who)) + " " + to_string(from);
}

bool is_stand_in_line(const std::string& line) {
    const std::vector<std::string_view> words = split(line, ' ');
    return words.size() == 3 && find_name<Absentee>(words[1]) &&
           static_cast<bool>(parse_day(words[2]));
}

}  // namespace werktdoord
