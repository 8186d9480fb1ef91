// An absence for which those who stand in for a regional contact have their mail, as a line of what
// the store keeps (setting::roster_standing_in): "REGION contact FROM" or "REGION backup FROM".
#pragma once

#include <string>

#include "base/key.hpp"
#include "base/zone.hpp"
#include "core/names.hpp"

namespace werktdoord {

// Who of a region is absent.
enum class Absentee { contact, backup };

template <>
struct Names<Absentee> {
    static constexpr std::array<std::pair<Absentee, std::string_view>, 2> table{
        {{Absentee::contact, "contact"}, {Absentee::backup, "backup"}}};
};

// Without the end of the line. `from`: the first day of the absence.
std::string stand_in_line(const RegionKey& region, Absentee who, LocalDay from);

// Whether a line is of that form. That the region exists is not asked: rules change.
bool is_stand_in_line(const std::string& line);

}  // namespace werktdoord
