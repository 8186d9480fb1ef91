#include "core/literal.hpp"

#include <algorithm>

#include "base/items.hpp"

namespace werktdoord {
namespace {

bool starts_with_any(const std::string& value, const std::vector<std::string>& starts) {
    return std::any_of(starts.begin(), starts.end(),
                       [&](const std::string& start) { return value.starts_with(start); });
}

bool accepts(const Condition& test, Field field, const std::string& value) {
    switch (test.op) {
        case Condition::Op::equals:
            return has(test.values, value);
        case Condition::Op::prefix:
            return starts_with_any(value, test.values);
        case Condition::Op::range:
            return !(test.at_least && comes_before(field, value, *test.at_least)) &&
                   !(test.at_most && comes_before(field, *test.at_most, value));
        case Condition::Op::exists:
            return true;
        case Condition::Op::negation:
            break;
    }
    return false;
}

bool range_within(Field field, const Condition& inner, const Condition& outer) {
    if (outer.at_least &&
        !(inner.at_least && !comes_before(field, *inner.at_least, *outer.at_least)))
        return false;
    return !outer.at_most ||
           (inner.at_most && !comes_before(field, *outer.at_most, *inner.at_most));
}

// Whether each value that passes `inner` passes `outer`.
bool within(Field field, const Condition& inner, const Condition& outer) {
    if (outer.op == Condition::Op::exists) return true;
    const auto& values = inner.values;
    if (inner.op == Condition::Op::equals)
        return std::all_of(values.begin(), values.end(),
                           [&](const std::string& value) { return accepts(outer, field, value); });
    if (inner.op != outer.op) return false;
    if (inner.op == Condition::Op::prefix)
        return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
            return starts_with_any(value, outer.values);
        });
    return inner.op == Condition::Op::range && range_within(field, inner, outer);
}

bool none_accepted(Field field, const std::vector<std::string>& values, const Condition& test) {
    return std::none_of(values.begin(), values.end(),
                        [&](const std::string& value) { return accepts(test, field, value); });
}

// Whether no value passes both.
bool apart(Field field, const Condition& one, const Condition& other) {
    if (one.op == Condition::Op::equals) return none_accepted(field, one.values, other);
    if (other.op == Condition::Op::equals) return none_accepted(field, other.values, one);
    if (one.op != other.op) return false;
    if (one.op == Condition::Op::prefix)
        return std::none_of(one.values.begin(), one.values.end(),
                            [&](const std::string& value) {
                                return starts_with_any(value, other.values);
                            }) &&
               std::none_of(
                   other.values.begin(), other.values.end(),
                   [&](const std::string& value) { return starts_with_any(value, one.values); });
    if (one.op != Condition::Op::range) return false;
    const auto ends_before = [&](const Condition& a, const Condition& b) {
        return a.at_most && b.at_least && comes_before(field, *a.at_most, *b.at_least);
    };
    return ends_before(one, other) || ends_before(other, one);
}

}  // namespace

bool always_given(Field field) {
    return field == Field::kind || field == Field::headcount;
}

bool one_value_at_most(Field field) {
    switch (field) {
        case Field::sites_postcode:
        case Field::sites_municipality:
        case Field::themes:
        case Field::region:
        case Field::province:
        case Field::municipality:
            return false;
        default:
            return true;
    }
}

bool follows(const Literal& known, Field field, const Condition& asked, bool holds) {
    if (known.field != field) return false;
    if (known.holds && holds) return within(field, known.test, asked);
    if (!known.holds && !holds) return within(field, asked, known.test);
    return known.holds && one_value_at_most(field) && apart(field, known.test, asked);
}

bool follows(const Literal& known, const Literal& asked) {
    return follows(known, asked.field, asked.test, asked.holds);
}

bool impossible(const Literal& literal) {
    if (!literal.holds)
        return always_given(literal.field) && literal.test.op == Condition::Op::exists;
    return literal.test.op == Condition::Op::range &&
           apart(literal.field, literal.test, literal.test);
}

bool impossible(const Literal& one, const Literal& other) {
    return follows(one, other.field, other.test, !other.holds) ||
           follows(other, one.field, one.test, !one.holds);
}

}  // namespace werktdoord
