#include "base/zone.hpp"

#include <date/tz.h>

#include <exception>

#include "base/digits.hpp"
#include "base/quoted.hpp"

namespace werktdoord {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

const date::time_zone& tz(const void* zone) {
    return *static_cast<const date::time_zone*>(zone);
}

// The zone files list the changes of summer time up to 2037 and then a rule that the date library
// does not read: it takes the last listed offset as lasting for ever.
bool beyond_the_list(const date::sys_info& info) {
    constexpr date::sys_days listed_until = date::year{2037} / 1 / 1;
    constexpr date::sys_days far = date::year{30000} / 1 / 1;
    return info.begin >= listed_until && info.end >= far;
}

// How far to go back to a listed year that began its March on the same weekday: from there on its
// days fall as those of the year asked for, so that "the last Sunday of March" does as well.
days back_to_listed_year(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    const auto march = std::chrono::March / 1;
    const auto year =
        date.month() < std::chrono::March ? date.year() - std::chrono::years{1} : date.year();
    const std::chrono::sys_days first{year / march};
    auto listed = std::chrono::year{2036};
    while (std::chrono::weekday{std::chrono::sys_days{listed / march}} !=
           std::chrono::weekday{first})
        --listed;
    return first - std::chrono::sys_days{listed / march};
}

seconds offset_at(const date::time_zone& zone, std::chrono::sys_seconds instant) {
    const auto info = zone.get_info(date::sys_seconds{instant.time_since_epoch()});
    if (!beyond_the_list(info)) return info.offset;
    const auto listed = instant - back_to_listed_year(floor<days>(instant));
    return zone.get_info(date::sys_seconds{listed.time_since_epoch()}).offset;
}

}  // namespace

Result<Zone> Zone::find(const std::string& name) {
    try {
        const auto* const zone = date::locate_zone(name);
        zone->get_info(date::sys_seconds{});  // reads the zone's file, which may be damaged
        return Zone(name, zone);
    } catch (const std::exception&) {
        return Problem{"", "unknown time zone " + quoted(name) +
                               "; write a name of the tz database, like Europe/Amsterdam"};
    }
}

LocalTime Zone::to_local(Instant instant) const {
    return LocalTime{instant.time_since_epoch() + offset_at(tz(zone_), floor<seconds>(instant))};
}

LocalDay Zone::day_of(Instant instant) const {
    return floor<days>(to_local(instant));
}

Instant Zone::to_instant(LocalTime local) const {
    const auto since = floor<seconds>(local).time_since_epoch();
    days back{0};
    auto info = tz(zone_).get_info(date::local_seconds{since});
    if (info.result == date::local_info::unique && beyond_the_list(info.first)) {
        back = back_to_listed_year(std::chrono::sys_days{floor<days>(local).time_since_epoch()});
        info = tz(zone_).get_info(date::local_seconds{since - back});
    }
    if (info.result == date::local_info::nonexistent)
        return Instant{info.first.end.time_since_epoch() + back};
    return Instant{local.time_since_epoch() - info.first.offset};
}

std::string Zone::to_rfc3339(Instant instant) const {
    // Before 1940 offsets had seconds, which RFC 3339 cannot write: the instant stays right.
    const auto offset = floor<std::chrono::minutes>(offset_at(tz(zone_), floor<seconds>(instant)));
    std::string text = werktdoord::to_rfc3339(instant + offset);
    if (offset == std::chrono::minutes(0) && name_ == "UTC") return text;
    text.pop_back();
    text += offset < std::chrono::minutes(0) ? '-' : '+';
    const std::chrono::hh_mm_ss parts{std::chrono::abs(offset)};
    append_number(text, parts.hours().count(), 2);
    text += ':';
    append_number(text, parts.minutes().count(), 2);
    return text;
}

std::string to_string(LocalDay day) {
    std::string text;
    append_date(text, std::chrono::year_month_day{day});
    return text;
}

Result<LocalDay> parse_day(std::string_view text) {
    DigitReader reader(text);
    const auto date = read_date(reader);
    if (!date || !reader.at_end())
        return Problem{"", quoted(text) + " is no date; write it like 2026-12-25"};
    if (!date->ok()) return Problem{"", quoted(text) + ": this date does not exist"};
    return LocalDay{*date};
}

}  // namespace werktdoord
