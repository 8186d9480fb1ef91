// Lengths of time as the organisation writes them: "2 working_days" (contract section 6).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/names.hpp"

namespace werktdoord {

enum class Unit { working_days, working_hours, days, weeks };

template <>
struct Names<Unit> {
    static constexpr std::array<std::pair<Unit, std::string_view>, 4> table{
        {{Unit::working_days, "working_days"},
         {Unit::working_hours, "working_hours"},
         {Unit::days, "days"},
         {Unit::weeks, "weeks"}}};
};

// More than any promise needs (400 years of working days), and safe to count with.
inline constexpr int max_span_count = 100'000;

// `count` is 1 to max_span_count.
struct Span {
    int count = 1;
    Unit unit = Unit::working_days;
    friend bool operator==(const Span&, const Span&) = default;
};

// Reads "1 working_day", "2 working_days", "14 days", "4 weeks"; singular and plural both pass.
// Fails with what is expected.
Result<Span> parse_span(std::string_view text);

// "1 working_day", "2 working_days".
std::string to_string(Span span);

// `factor` times the span as one span, at most max_span_count units. REQUIRES: factor >= 1.
Span times(Span span, int factor);

}  // namespace werktdoord
