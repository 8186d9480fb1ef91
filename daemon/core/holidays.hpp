// The national holidays of the Netherlands that people have off. Pure.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/zone.hpp"

namespace werktdoord {

// The Dutch name of the holiday that falls on a day; empty where none does. 5 May counts in every
// fifth year, Good Friday never (contract section 3, calendar.yaml). Computed, for any year of the
// Gregorian calendar, from the rules of the Algemene termijnenwet (BWBR0002448, art. 3).
std::string_view netherlands_holiday(LocalDay day);

// The holidays of a year by their date. Where two fall on one day it is named once.
std::vector<std::pair<LocalDay, std::string>> netherlands_holidays(std::chrono::year year);

}  // namespace werktdoord
