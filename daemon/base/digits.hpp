// Reading and writing the fixed-width numbers of dates and times.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace werktdoord {

// An ASCII digit, whatever the locale.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Walks over a text; what does not fit is not consumed.
class DigitReader {
public:
    explicit DigitReader(std::string_view text) : text_(text) {}

    // Exactly `width` ASCII digits; nothing where there are fewer.
    std::optional<int> number(std::size_t width);
    bool skip(char wanted);
    bool at_end() const { return text_.empty(); }

private:
    std::string_view text_;
};

// Reads "2026-12-25"; the date may still not exist (`ok()`). Nothing for another form.
std::optional<std::chrono::year_month_day> read_date(DigitReader& reader);

// At least `width` digits, with leading zeros; `width` is 1 to 20.
void append_number(std::string& text, long value, int width);

// "2026-12-25".
void append_date(std::string& text, std::chrono::year_month_day date);

// "09:12:00", with ".250" where milliseconds are not zero. `time` is less than a day.
void append_time(std::string& text, std::chrono::milliseconds time);

}  // namespace werktdoord
