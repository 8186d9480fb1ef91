#include "base/request_number.hpp"

#include <string>

namespace werktdoord {
namespace {

constexpr std::string_view prefix = "NLWD-";
constexpr std::size_t year_digits = 4;
constexpr std::size_t count_begin = prefix.size() + year_digits + 1;
constexpr std::size_t fewest_digits = 6;
constexpr std::size_t most_digits = 7;

std::optional<std::int64_t> count_of(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Over the zeros from `begin` to `end`; a row id that no request has may need more, and loses them.
void put_digits(std::string& text, std::size_t begin, std::size_t end, std::int64_t value) {
    for (; value > 0 && end > begin; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<RequestNumberParts> parse_request_number(std::string_view text) {
    if (text.size() < count_begin + fewest_digits || text.size() > count_begin + most_digits)
        return std::nullopt;
    if (!text.starts_with(prefix) || text[count_begin - 1] != '-') return std::nullopt;
    const auto year = count_of(text.substr(prefix.size(), year_digits));
    const auto n = count_of(text.substr(count_begin));
    const bool padded_too_far =
        text.size() == count_begin + most_digits && text[count_begin] == '0';
    if (!year || !n || *n == 0 || padded_too_far) return std::nullopt;
    return RequestNumberParts{static_cast<int>(*year), *n};
}

RequestNumber make_request_number(int year, std::int64_t n) {
    std::string text(n < 1'000'000 ? "NLWD-0000-000000" : "NLWD-0000-0000000");
    put_digits(text, prefix.size(), count_begin - 1, year);
    put_digits(text, count_begin, text.size(), n);
    return RequestNumber(std::move(text));
}

}  // namespace werktdoord
