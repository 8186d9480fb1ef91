#include "core/implication.hpp"

#include <algorithm>
#include <set>

namespace werktdoord {
namespace {

using Way = Ways::Way;
using Any = std::optional<std::vector<Way>>;  // nothing: too many

constexpr std::size_t most_ways = 1024;
constexpr std::size_t most_tries = 8 * most_ways;  // of ways put together
constexpr std::size_t most_values = 4096;          // of one list

// Adds a literal; false where the way becomes impossible.
bool extend(Way& way, const Literal& literal) {
    if (impossible(literal)) return false;
    for (const Literal& known : way) {
        if (impossible(known, literal)) return false;
        if (follows(known, literal)) return true;  // says nothing new
    }
    way.push_back(literal);
    return true;
}

Any product(const std::vector<Way>& left, const std::vector<Way>& right) {
    if (left.size() * right.size() > most_tries) return std::nullopt;
    std::vector<Way> both;
    for (const Way& one : left)
        for (const Way& other : right) {
            Way way = one;
            if (!std::all_of(other.begin(), other.end(),
                             [&](const Literal& literal) { return extend(way, literal); }))
                continue;
            if (both.size() == most_ways) return std::nullopt;
            both.push_back(std::move(way));
        }
    return both;
}

// All parts must hold.
template <class Items, class Part>
Any each(const Items& items, Part part) {
    std::vector<Way> all{Way()};
    for (const auto& item : items) {
        const Any more = part(item);
        if (!more) return std::nullopt;
        Any both = product(all, *more);
        if (!both) return std::nullopt;
        all = std::move(*both);
    }
    return all;
}

// Any part must hold.
template <class Items, class Part>
Any some(const Items& items, Part part) {
    std::vector<Way> any;
    for (const auto& item : items) {
        Any more = part(item);
        if (!more || any.size() + more->size() > most_ways) return std::nullopt;
        std::move(more->begin(), more->end(), std::back_inserter(any));
    }
    return any;
}

Any one_way(Literal literal) {
    Way way;
    if (!extend(way, literal)) return std::vector<Way>();
    return std::vector<Way>{std::move(way)};
}

Literal of_value(Field field, const Condition& test, const std::string& value, bool holds) {
    Literal literal{field, {}, holds};
    literal.test.op = test.op;
    literal.test.values = {value};
    return literal;
}

Literal given(Field field, bool holds) {
    Literal literal{field, {}, holds};
    literal.test.op = Condition::Op::exists;
    return literal;
}

// Works the ways out. `split`: a list of values makes a way for each.
class Finder {
public:
    explicit Finder(bool split) : split_(split) {}

    Any tree(const Matcher& matcher, bool holds) const {
        if (matcher.op == Matcher::Op::field) return field(matcher.field, matcher.condition, holds);
        const bool child_holds = (matcher.op == Matcher::Op::none) != holds;
        const auto part = [&](const Matcher& child) { return tree(child, child_holds); };
        const bool all = (matcher.op == Matcher::Op::any) != holds;
        return all ? each(matcher.children, part) : some(matcher.children, part);
    }

private:
    Any field(Field field, const Condition& test, bool holds) const {
        if (test.op == Condition::Op::exists) return one_way(given(field, holds == test.exists));
        if (test.op == Condition::Op::negation) {
            const auto part = [&](const Condition& inner) {
                return this->field(field, inner, !holds);
            };
            return holds ? each(test.inner, part) : some(test.inner, part);
        }
        if (test.op == Condition::Op::range) return one_way({field, test, holds});
        if (test.values.size() > most_values) return std::nullopt;
        if (!holds || !split_) return one_way({field, test, holds});
        return some(test.values, [&](const std::string& value) {
            return one_way(of_value(field, test, value, true));
        });
    }

    bool split_;
};

// Whether what the way says makes one test so, or its opposite.
bool one_so(const Way& way, Field field, const Condition& test, bool holds) {
    if (holds && test.op == Condition::Op::exists && always_given(field)) return true;
    return std::any_of(way.begin(), way.end(),
                       [&](const Literal& known) { return follows(known, field, test, holds); });
}

// Of a single value each end may follow from another test.
bool range_so(const Way& way, Field field, const Condition& test) {
    if (one_so(way, field, test, true)) return true;
    if (!one_value_at_most(field) || !test.at_least || !test.at_most) return false;
    Condition least = test;
    least.at_most.reset();
    Condition most = test;
    most.at_least.reset();
    return one_so(way, field, least, true) && one_so(way, field, most, true);
}

bool so(const Way& way, Field field, const Condition& test, bool holds) {
    const auto inner = [&](const Condition& one) { return so(way, field, one, !holds); };
    const auto value = [&](const std::string& one) {
        return one_so(way, field, of_value(field, test, one, holds).test, holds);
    };
    switch (test.op) {
        case Condition::Op::exists:
            return one_so(way, field, given(field, true).test, holds == test.exists);
        case Condition::Op::negation:
            return holds ? std::all_of(test.inner.begin(), test.inner.end(), inner)
                         : std::any_of(test.inner.begin(), test.inner.end(), inner);
        case Condition::Op::range:
            return holds ? range_so(way, field, test) : one_so(way, field, test, false);
        case Condition::Op::equals:
        case Condition::Op::prefix:
            break;
    }
    return holds ? one_so(way, field, test, true)
                 : std::all_of(test.values.begin(), test.values.end(), value);
}

bool so(const Way& way, const Matcher& matcher, bool holds) {
    if (matcher.op == Matcher::Op::field) return so(way, matcher.field, matcher.condition, holds);
    const bool child_holds = (matcher.op == Matcher::Op::none) != holds;
    const auto part = [&](const Matcher& child) { return so(way, child, child_holds); };
    const auto& children = matcher.children;
    const bool all = (matcher.op == Matcher::Op::any) != holds;
    return all ? std::all_of(children.begin(), children.end(), part)
               : std::any_of(children.begin(), children.end(), part);
}

// Every request is one or the other.
std::vector<Way> each_kind() {
    std::vector<Way> ways;
    for (const auto& [kind, name] : Names<Kind>::table) {
        Literal literal;
        literal.test.values = {std::string(name)};
        ways.push_back({literal});
    }
    return ways;
}

}  // namespace

Ways::Ways(const Matcher& matcher) {
    for (const bool split : {true, false}) {
        const Any found = Finder(split).tree(matcher, true);
        if (found) ways_ = product(*found, each_kind());
        if (ways_) return;
    }
}

bool Ways::within(const Matcher& wide) const {
    return taken_by({&wide}).has_value();
}

std::optional<std::vector<std::size_t>> Ways::taken_by(
    const std::vector<const Matcher*>& wide) const {
    const std::vector<Way> unknown{Way()};  // says nothing: only what takes everything takes it
    const std::vector<Way>& ways = ways_ ? *ways_ : unknown;
    std::set<std::size_t> takers;
    for (const Way& way : ways) {
        const auto taker = std::find_if(wide.begin(), wide.end(),
                                        [&](const Matcher* one) { return so(way, *one, true); });
        if (taker == wide.end()) return std::nullopt;
        takers.insert(static_cast<std::size_t>(taker - wide.begin()));
    }
    for (std::size_t i = 0; i < wide.size(); ++i)
        if (std::all_of(ways.begin(), ways.end(),
                        [&](const Way& way) { return so(way, *wide[i], true); }))
            return std::vector{i};
    return std::vector(takers.begin(), takers.end());
}

}  // namespace werktdoord
