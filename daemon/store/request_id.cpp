#include "store/request_id.hpp"

#include <string>
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

// Over the zeros from `begin` to `end`; a row id that no request has may need more, and loses them.
void put_digits(std::string& text, std::size_t begin, std::size_t end, std::int64_t value) {
    for (; value > 0 && end > begin; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
}

}  // namespace

RequestNumber make_request_number(int year, std::int64_t n) {
    std::string text(n < 1'000'000 ? "NLWD-0000-000000" : "NLWD-0000-0000000");
    put_digits(text, prefix.size(), count_begin - 1, year);
    put_digits(text, count_begin, text.size(), n);
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
