#include "base/request_number.hpp"

#include <string>

#include "base/digits.hpp"

namespace werktdoord {
namespace {

constexpr std::string_view prefix = "NLWD-";
constexpr std::size_t year_digits = 4;
constexpr std::size_t count_begin = prefix.size() + year_digits + 1;
constexpr std::size_t fewest_digits = 6;
constexpr std::size_t most_digits = 7;

// Over the zeros from `begin` to `end`; a row id that no request has may need more, and loses them.
void put_digits(std::string& text, std::size_t begin, std::size_t end, std::int64_t value) {
    for (; value > 0 && end > begin; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<RequestNumberParts> parse_request_number(std::string_view text) {
    if (text.size() < count_begin + fewest_digits || text.size() > count_begin + most_digits)
        return std::nullopt;
    if (!text.starts_with(prefix)) return std::nullopt;
    DigitReader reader(text.substr(prefix.size()));
    const auto year = reader.number(year_digits);
    if (!year || !reader.skip('-')) return std::nullopt;
    const auto n = reader.number(text.size() - count_begin);
    const bool padded_too_far =
        text.size() == count_begin + most_digits && text[count_begin] == '0';
    if (!n || *n == 0 || padded_too_far) return std::nullopt;
    return RequestNumberParts{*year, *n};
}

RequestNumber make_request_number(int year, std::int64_t n) {
    std::string text(n < 1'000'000 ? "NLWD-0000-000000" : "NLWD-0000-0000000");
    put_digits(text, prefix.size(), count_begin - 1, year);
    put_digits(text, count_begin, text.size(), n);
    return RequestNumber(std::move(text));
}

}  // namespace werktdoord
