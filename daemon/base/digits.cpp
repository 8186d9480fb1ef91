#include "base/digits.hpp"

#include <array>

namespace werktdoord {

std::optional<int> DigitReader::number(std::size_t width) {
    if (text_.size() < width) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(0, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text_.remove_prefix(width);
    return value;
}

bool DigitReader::skip(char wanted) {
    if (text_.empty() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
}

std::optional<std::chrono::year_month_day> read_date(DigitReader& reader) {
    const auto year = reader.number(4);
    if (!year || !reader.skip('-')) return std::nullopt;
    const auto month = reader.number(2);
    if (!month || !reader.skip('-')) return std::nullopt;
    const auto day = reader.number(2);
    if (!day) return std::nullopt;
    return std::chrono::year{*year} / std::chrono::month{static_cast<unsigned>(*month)} /
           std::chrono::day{static_cast<unsigned>(*day)};
}

void append_number(std::string& text, long value, int width) {
    if (value < 0) {
        text += '-';
        value = -value;
    }
    std::array<char, 32> digits;
    char* const end = digits.data() + digits.size();
    char* begin = end;
    for (; value > 0; value /= 10) *--begin = static_cast<char>('0' + value % 10);
    while (end - begin < width) *--begin = '0';
    text.append(begin, static_cast<std::size_t>(end - begin));
}

void append_date(std::string& text, std::chrono::year_month_day date) {
    append_number(text, static_cast<int>(date.year()), 4);
    text += '-';
    append_number(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_number(text, static_cast<unsigned>(date.day()), 2);
}

void append_time(std::string& text, std::chrono::milliseconds time) {
    const std::chrono::hh_mm_ss parts{time};
    append_number(text, parts.hours().count(), 2);
    text += ':';
    append_number(text, parts.minutes().count(), 2);
    text += ':';
    append_number(text, parts.seconds().count(), 2);
    if (parts.subseconds().count() != 0) {
        text += '.';
        append_number(text, parts.subseconds().count(), 3);
    }
}

}  // namespace werktdoord
