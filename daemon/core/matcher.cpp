#include "core/matcher.hpp"

#include <algorithm>
#include <charconv>

#include "base/items.hpp"

namespace werktdoord {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "007" and "7.0" are 7. A text that is no number stays, and equals only itself.
std::string plain_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::string(text);
    std::array<char, 64> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                       std::chars_format::fixed);
    return written.ec == std::errc{} ? std::string(digits.data(), written.ptr) : std::string(text);
}

// Whether a comes before b. Plain natural numbers compare by their digits, which is quick.
bool number_less(std::string_view a, std::string_view b) {
    if (all_digits(a) && all_digits(b)) return a.size() != b.size() ? a.size() < b.size() : a < b;
    double x = 0;
    double y = 0;
    std::from_chars(a.data(), a.data() + a.size(), x);
    std::from_chars(b.data(), b.data() + b.size(), y);
    return x < y;
}

bool in_range(const Condition& condition, Field field, const std::string& value) {
    return !(condition.at_least && comes_before(field, value, *condition.at_least)) &&
           !(condition.at_most && comes_before(field, *condition.at_most, value));
}

bool passes(const Condition& condition, Field field, const std::string& value) {
    const auto& wanted = condition.values;
    switch (condition.op) {
        case Condition::Op::equals:
            return has(wanted, value);
        case Condition::Op::prefix:
            return std::any_of(wanted.begin(), wanted.end(),
                               [&](const std::string& start) { return value.starts_with(start); });
        case Condition::Op::range:
            return in_range(condition, field, value);
        case Condition::Op::exists:
        case Condition::Op::negation:
            break;
    }
    return false;
}

bool holds(const Condition& condition, Field field, const MatchFacts& facts) {
    if (condition.op == Condition::Op::negation)
        return std::none_of(condition.inner.begin(), condition.inner.end(),
                            [&](const Condition& c) { return holds(c, field, facts); });
    const std::vector<std::string>& values = facts.values_of(field);
    if (condition.op == Condition::Op::exists) return condition.exists == !values.empty();
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& value) { return passes(condition, field, value); });
}

void prepare_condition(Condition& condition, Field field) {
    for (std::string& value : condition.values) value = comparable(field, value);
    if (condition.at_least) condition.at_least = comparable(field, *condition.at_least);
    if (condition.at_most) condition.at_most = comparable(field, *condition.at_most);
    for (Condition& inner : condition.inner) prepare_condition(inner, field);
}

}  // namespace

Matcher prepare(Matcher matcher) {
    if (matcher.op == Matcher::Op::field) prepare_condition(matcher.condition, matcher.field);
    for (Matcher& child : matcher.children) child = prepare(std::move(child));
    return matcher;
}

bool matches(const Matcher& matcher, const MatchFacts& facts) {
    const auto holds_here = [&](const Matcher& child) { return matches(child, facts); };
    const auto& children = matcher.children;
    switch (matcher.op) {
        case Matcher::Op::all:
            return std::all_of(children.begin(), children.end(), holds_here);
        case Matcher::Op::any:
            return std::any_of(children.begin(), children.end(), holds_here);
        case Matcher::Op::none:
            return std::none_of(children.begin(), children.end(), holds_here);
        case Matcher::Op::field:
            return holds(matcher.condition, matcher.field, facts);
    }
    return false;
}

bool comes_before(Field field, std::string_view a, std::string_view b) {
    return type_of(field) == FieldType::number ? number_less(a, b) : a < b;
}

std::string comparable(Field field, std::string_view value) {
    std::string text = fold(value);
    switch (type_of(field)) {
        case FieldType::text:
        case FieldType::truth:
        case FieldType::day:
            return text;
        case FieldType::number:
            return plain_number(text);
        case FieldType::place:
            return name_key(value);
        case FieldType::code:
            std::erase_if(text, [](char c) { return c == '.' || c == ' '; });
            return text;
        case FieldType::key:
            std::replace(text.begin(), text.end(), ' ', '-');
            return text == "friesland" && field == Field::province ? "fryslan" : text;
    }
    return text;
}

}  // namespace werktdoord
