#include "base/instant.hpp"

#include <optional>

#include "base/digits.hpp"
#include "base/quoted.hpp"

namespace werktdoord {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

Problem not_rfc3339(std::string_view text) {
    return {"",
            quoted(text) + " is no RFC 3339 date-time; write it like 2026-11-23T09:12:00+01:00"};
}

// Reads "09:12:00"; a 60th second is left to the caller.
std::optional<seconds> read_time(DigitReader& reader) {
    const auto hour = reader.number(2);
    const bool colons = reader.skip(':');
    const auto minute = reader.number(2);
    if (!hour || !colons || !minute || !reader.skip(':')) return std::nullopt;
    const auto second = reader.number(2);
    if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    return std::chrono::hours(*hour) + minutes(*minute) + seconds(*second);
}

// Reads ".123456", cut to milliseconds; nothing there is zero.
std::optional<milliseconds> read_fraction(DigitReader& reader) {
    if (!reader.skip('.')) return milliseconds(0);
    int value = 0;
    int scale = 100;
    auto digit = reader.number(1);
    if (!digit) return std::nullopt;
    for (; digit; digit = reader.number(1), scale /= 10) value += *digit * scale;
    return milliseconds(value);
}

std::optional<minutes> read_offset(DigitReader& reader) {
    if (reader.skip('Z') || reader.skip('z')) return minutes(0);
    const bool east = reader.skip('+');
    if (!east && !reader.skip('-')) return std::nullopt;
    const auto hour = reader.number(2);
    if (!hour || !reader.skip(':')) return std::nullopt;
    const auto minute = reader.number(2);
    if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
    const auto offset = std::chrono::hours(*hour) + minutes(*minute);
    if (!east && offset == minutes(0)) return std::nullopt;
    return east ? offset : -offset;
}

// A leap second is only ever the last second of June or December, UTC.
bool may_be_leap_second(Instant after) {
    const auto day = std::chrono::floor<std::chrono::days>(after);
    const std::chrono::year_month_day date{day};
    const bool first = date.day() == std::chrono::day{1};
    return after - day < seconds(1) && first &&
           (date.month() == std::chrono::January || date.month() == std::chrono::July);
}

}  // namespace

std::string to_rfc3339(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    std::string text;
    text.reserve(std::string_view("2026-11-23T09:12:00.250Z").size());
    append_date(text, std::chrono::year_month_day{day});
    text += 'T';
    append_time(text, instant - day);
    text += 'Z';
    return text;
}

Result<Instant> parse_rfc3339(std::string_view text) {
    DigitReader reader(text);
    const auto date = read_date(reader);
    if (!date || !(reader.skip('T') || reader.skip('t'))) return not_rfc3339(text);
    const auto time = read_time(reader);
    if (!time) return not_rfc3339(text);
    const auto fraction = read_fraction(reader);
    if (!fraction) return not_rfc3339(text);
    const auto offset = read_offset(reader);
    if (!offset || !reader.at_end()) return not_rfc3339(text);
    if (!date->ok()) return Problem{"", quoted(text) + ": this date does not exist"};

    const Instant instant = std::chrono::sys_days{*date} + *time + *fraction - *offset;
    const bool sixtieth = *time % minutes(1) == seconds(0) && text.substr(17, 2) == "60";
    if (sixtieth && !may_be_leap_second(instant))
        return Problem{"", quoted(text) + ": this second does not exist"};
    const std::chrono::year_month_day utc{std::chrono::floor<std::chrono::days>(instant)};
    if (utc.year() < std::chrono::year{0} || utc.year() > std::chrono::year{9999})
        return Problem{"", quoted(text) + " is outside the years 0000 to 9999"};
    return instant;
}

}  // namespace werktdoord
