#include "store/request_id.hpp"

#include <algorithm>
#include <string_view>

namespace werktdoord {
namespace {

constexpr std::int64_t numbers_a_year = 10'000'000;
constexpr std::string_view prefix = "NLWD-";
constexpr std::size_t year_digits = 4;
constexpr std::size_t count_digits = 6;
constexpr std::size_t count_begin = prefix.size() + year_digits + 1;

std::optional<std::int64_t> digits(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

RequestNumber make_request_number(int year, std::int64_t n) {
    const std::string years = std::to_string(year);
    const std::string count = std::to_string(n);
    std::string text(prefix);
    text.append(year_digits - std::min(year_digits, years.size()), '0')
        .append(years)
        .append(1, '-');
    text.append(count_digits - std::min(count_digits, count.size()), '0').append(count);
    return RequestNumber(std::move(text));
}

std::int64_t request_id(const RequestNumber& number) {
    const std::string_view text = number.text();
    if (text.size() != count_begin + count_digits && text.size() != count_begin + 7) return 0;
    if (!text.starts_with(prefix) || text[count_begin - 1] != '-') return 0;
    const auto year = digits(text.substr(prefix.size(), year_digits));
    const auto n = digits(text.substr(count_begin));
    if (!year || !n || *n == 0) return 0;
    const bool padded_too_far = text.size() == count_begin + 7 && text[count_begin] == '0';
    return padded_too_far ? 0 : *year * numbers_a_year + *n;
}

RequestNumber request_number(std::int64_t id) {
    return make_request_number(static_cast<int>(id / numbers_a_year), id % numbers_a_year);
}

}  // namespace werktdoord
