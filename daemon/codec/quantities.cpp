#include "codec/quantities.hpp"

#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace werktdoord {

namespace {

// Digits only, without a sign; up to `most`.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t most) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || number > most) return std::nullopt;
    return number;
}

// Splits "256KiB" into 256 and "KiB".
std::pair<std::string_view, std::string_view> number_and_unit(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return {text.substr(0, digits), text.substr(digits)};
}

Problem expected(std::string_view what, std::string_view text) {
    return {"", "expected " + std::string(what) + ", found \"" + std::string(text) + "\""};
}

std::optional<Minutes> minutes_of_day(std::string_view text, int most) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hours = whole_number(text.substr(0, 2), 24);
    const auto minutes = whole_number(text.substr(3), 59);
    if (!hours || !minutes || *hours * 60 + *minutes > most) return std::nullopt;
    return Minutes(*hours * 60 + *minutes);
}

}  // namespace

Result<std::chrono::seconds> parse_duration(std::string_view text) {
    const auto [number, unit] = number_and_unit(text);
    const std::int64_t seconds = unit == "s"   ? 1
                                 : unit == "m" ? 60
                                 : unit == "h" ? 3600
                                 : unit == "d" ? 86400
                                               : 0;
    const auto count = whole_number(number, 36'000'000);
    if (!count || *count == 0 || seconds == 0 || *count * seconds > 36'000'000)
        return expected("a duration such as 90s, 5m, 2h or 28d", text);
    return std::chrono::seconds(*count * seconds);
}

Result<std::size_t> parse_size(std::string_view text) {
    const auto [number, unit] = number_and_unit(text);
    const std::int64_t bytes = unit == "B"     ? 1
                               : unit == "KiB" ? 1024
                               : unit == "MiB" ? 1024 * 1024
                                               : 0;
    constexpr std::int64_t most = 1024 * 1024 * 1024;
    const auto count = whole_number(number, most);
    if (!count || *count == 0 || bytes == 0 || *count * bytes > most)
        return expected("a size such as 512B, 256KiB or 4MiB", text);
    return static_cast<std::size_t>(*count * bytes);
}

Result<Minutes> parse_time_of_day(std::string_view text) {
    const auto minutes = minutes_of_day(text, 24 * 60 - 1);
    if (!minutes) return expected("a time such as \"08:30\"", text);
    return *minutes;
}

Result<WorkingHours> parse_working_hours(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return expected("hours such as \"09:00-17:00\"", text);
    const auto opening = minutes_of_day(text.substr(0, dash), 24 * 60);
    const auto closing = minutes_of_day(text.substr(dash + 1), 24 * 60);
    if (!opening || !closing) return expected("hours such as \"09:00-17:00\"", text);
    if (*closing <= *opening) return Problem{"", "the closing time must be after the opening time"};
    return WorkingHours{*opening, *closing};
}

Result<Warning> parse_warning(std::string_view text) {
    const auto space = text.rfind(' ');
    const std::string_view side = space == std::string_view::npos ? text : text.substr(space + 1);
    if (space == std::string_view::npos || (side != "before" && side != "after"))
        return expected("a time such as \"4 working_hours before\" or \"1 working_day after\"",
                        text);
    auto span = parse_span(text.substr(0, space));
    if (!span) return span.error();
    return Warning{*span, side == "before"};
}

Result<Tier> parse_employees(std::string_view text) {
    const auto dash = text.find('-');
    constexpr int most = std::numeric_limits<int>::max();
    const auto from = whole_number(text.substr(0, std::min(dash, text.size())), most);
    if (!from || dash == std::string_view::npos)
        return expected("a number of employees such as 50-100 or 251-", text);
    Tier tier;
    tier.employees_from = static_cast<int>(*from);
    if (dash + 1 == text.size()) return tier;
    const auto until = whole_number(text.substr(dash + 1), most);
    if (!until || *until < *from)
        return expected("a number of employees such as 50-100 or 251-", text);
    tier.employees_until = static_cast<int>(*until);
    return tier;
}

}  // namespace werktdoord
