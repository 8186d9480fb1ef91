// The words for why a matcher matches or not.
#include <algorithm>

#include "base/listed.hpp"
#include "base/quoted.hpp"
#include "core/matcher.hpp"

namespace werktdoord {
namespace {

std::string each_quoted(const std::vector<std::string>& values) {
    return listed(values, "", quoted);
}

// `"86"`, `een van "01", "02"`. That one value is not it, the verb says.
std::string wanted(const std::vector<std::string>& values, bool held) {
    const bool one = values.size() == 1;
    if (one) return each_quoted(values);
    return (held ? "een van " : "geen van ") + each_quoted(values);
}

std::string range_of(const Condition& condition) {
    std::vector<std::string> limits;
    if (condition.at_least) limits.push_back("minstens " + *condition.at_least);
    if (condition.at_most) limits.push_back("hoogstens " + *condition.at_most);
    return joined(limits, " en ");
}

std::string explain_condition(const Condition& condition, Field field, bool held,
                              const MatchFacts& facts) {
    if (condition.op == Condition::Op::negation && !condition.inner.empty())
        return explain_condition(condition.inner.front(), field, !held, facts);
    const std::string name(name_of(field));
    const std::vector<std::string> values = written_values_of(field, facts);
    if (values.empty()) return name + " is niet opgegeven";
    const std::string start = name + " " + each_quoted(values);
    const std::string not_one = !held && condition.values.size() == 1 ? "niet " : "";
    switch (condition.op) {
        case Condition::Op::equals:
            return start + " is " + not_one + wanted(condition.values, held);
        case Condition::Op::prefix:
            return start + " begint " + not_one + "met " + wanted(condition.values, held);
        case Condition::Op::range:
            return start + (held ? " is " : " is niet ") + range_of(condition);
        case Condition::Op::exists:
        case Condition::Op::negation:
            break;
    }
    return name + " is opgegeven";
}

std::string explain_children(const Matcher& matcher, const MatchFacts& facts, bool that_hold) {
    std::vector<std::string> parts;
    for (const Matcher& child : matcher.children)
        if (matches(child, facts) == that_hold) parts.push_back(explain(child, facts));
    return joined(parts, "; ");
}

std::string explain_first(const Matcher& matcher, const MatchFacts& facts, bool that_holds) {
    for (const Matcher& child : matcher.children)
        if (matches(child, facts) == that_holds) return explain(child, facts);
    return {};
}

}  // namespace

std::string explain(const Matcher& matcher, const MatchFacts& facts) {
    const bool held = matches(matcher, facts);
    if (matcher.op == Matcher::Op::field)
        return explain_condition(matcher.condition, matcher.field, held, facts);
    if (matcher.children.empty())
        return matcher.op == Matcher::Op::any ? "`any` van niets" : "geen voorwaarden";
    switch (matcher.op) {
        case Matcher::Op::any:
            return held ? explain_first(matcher, facts, true)
                        : explain_children(matcher, facts, false);
        case Matcher::Op::none:
            return held ? explain_children(matcher, facts, false)
                        : explain_first(matcher, facts, true) + " (staat in `none`)";
        case Matcher::Op::all:
        case Matcher::Op::field:
            break;
    }
    return held ? explain_children(matcher, facts, true) : explain_first(matcher, facts, false);
}

}  // namespace werktdoord
