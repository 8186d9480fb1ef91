#include "core/holidays.hpp"

namespace werktdoord {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

// The Gregorian computus (Meeus, Jones and Butcher).
LocalDay easter_sunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return LocalDay{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(n / 31)} /
                    std::chrono::day{static_cast<unsigned>(n % 31 + 1)}};
}

std::string_view around_easter(LocalDay day, int year) {
    switch ((day - easter_sunday(year)).count()) {
        case 0:
            return "Eerste Paasdag";
        case 1:
            return "Tweede Paasdag";
        case 39:
            return "Hemelvaartsdag";
        case 49:
            return "Eerste Pinksterdag";
        case 50:
            return "Tweede Pinksterdag";
        default:
            return {};
    }
}

// 27 April since 2014, before that 30 April; the day before where that is a Sunday.
bool is_kings_day(LocalDay day, std::chrono::year year) {
    const bool king = year >= std::chrono::year{2014};
    LocalDay birthday{year / std::chrono::April / (king ? 27 : 30)};
    if (std::chrono::weekday{birthday} == std::chrono::Sunday) birthday -= days{1};
    return day == birthday;
}

}  // namespace

std::string_view netherlands_holiday(LocalDay day) {
    const year_month_day date{day};
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned of_month = static_cast<unsigned>(date.day());
    if (month == 1) return of_month == 1 ? "Nieuwjaarsdag" : std::string_view{};
    if (month == 12) {
        if (of_month == 25) return "Eerste Kerstdag";
        return of_month == 26 ? "Tweede Kerstdag" : std::string_view{};
    }
    if (month < 3 || month > 6) return {};
    if (const auto name = around_easter(day, year); !name.empty()) return name;
    if (month == 4 && is_kings_day(day, date.year()))
        return year >= 2014 ? "Koningsdag" : "Koninginnedag";
    if (month == 5 && of_month == 5 && year % 5 == 0) return "Bevrijdingsdag";
    return {};
}

std::vector<std::pair<LocalDay, std::string>> netherlands_holidays(std::chrono::year year) {
    std::vector<std::pair<LocalDay, std::string>> found;
    const LocalDay end{(year + std::chrono::years{1}) / 1 / 1};
    for (LocalDay day{year / 1 / 1}; day < end; day += days{1})
        if (const auto name = netherlands_holiday(day); !name.empty())
            found.emplace_back(day, std::string(name));
    return found;
}

}  // namespace werktdoord
