#include "core/span.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/quoted.hpp"

namespace werktdoord {

namespace {

Problem not_a_span(std::string_view text) {
    return {"", quoted(text) + " is no length of time; write a count from 1 to " +
                    std::to_string(max_span_count) +
                    " and working_days, working_hours, days or weeks, like \"2 working_days\""};
}

std::optional<Unit> unit_of(std::string_view word) {
    for (const auto& [unit, plural] : Names<Unit>::table)
        if (word == plural || word == plural.substr(0, plural.size() - 1)) return unit;
    return std::nullopt;
}

}  // namespace

Result<Span> parse_span(std::string_view text) {
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || count < 1 || count > max_span_count) return not_a_span(text);
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    const std::size_t word = rest.find_first_not_of(' ');
    if (word == 0 || word == std::string_view::npos) return not_a_span(text);
    const auto unit = unit_of(rest.substr(word));
    if (!unit) return not_a_span(text);
    return Span{count, *unit};
}

std::string to_string(Span span) {
    const std::string_view plural = name_of(span.unit);
    return std::to_string(span.count) + ' ' +
           std::string(plural.substr(0, plural.size() - (span.count == 1 ? 1 : 0)));
}

Span times(Span span, int factor) {
    const long long product = static_cast<long long>(span.count) * factor;
    return {static_cast<int>(std::min<long long>(product, max_span_count)), span.unit};
}

}  // namespace werktdoord
