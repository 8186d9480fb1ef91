#include "codec/rules_matcher.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "base/listed.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

using Words = std::vector<std::string>;

// The whole of an SBI code or its beginning, with dots and spaces as people write them, or the
// letter of a section.
bool is_sector_or_part(std::string_view text) {
    std::string code;
    for (const char letter : text)
        if (letter != '.' && letter != ' ') code += letter;
    if (code.size() == 1 &&
        ((code[0] >= 'A' && code[0] <= 'U') || (code[0] >= 'a' && code[0] <= 'u')))
        return true;
    return !code.empty() && code.size() <= 6 &&
           code.find_first_not_of("0123456789") == std::string::npos;
}

class MatcherReader {
public:
    MatcherReader(const Regions& regions, const Places& places)
        : regions_(regions), places_(places) {}

    Matcher all_of(const Node& node) const {
        Matcher matcher;
        if (node.is_null()) node.error("this is empty; leave it out to match everything");
        for (const auto& member : node.entries()) read_member(member, matcher.children);
        return matcher;
    }

private:
    void read_member(const Node::Member& member, std::vector<Matcher>& into) const {
        if (member.key == "all") return into.push_back(nested(Matcher::Op::all, member.value));
        if (member.key == "any") return into.push_back(nested(Matcher::Op::any, member.value));
        if (member.key == "none") return into.push_back(nested(Matcher::Op::none, member.value));
        const auto field = find_name<Field>(member.key);
        if (field) return read_field(*field, member.value, into);
        Words known = names_of<Field>();
        known.insert(known.end(), {"all", "any", "none"});
        member.value.unknown_at_key("field", member.key, known);
    }

    Matcher nested(Matcher::Op op, const Node& node) const {
        Matcher matcher;
        matcher.op = op;
        for (const Node& item : node.list()) matcher.children.push_back(all_of(item));
        if (node.is_null() || (node.is_list() && matcher.children.empty()))
            node.error("this list is empty");
        return matcher;
    }

    // A range beside another test in one mapping: both must hold.
    void read_field(Field field, const Node& node, std::vector<Matcher>& into) const {
        for (auto& condition : conditions(field, node)) {
            Matcher matcher;
            matcher.op = Matcher::Op::field;
            matcher.field = field;
            matcher.condition = std::move(condition);
            into.push_back(std::move(matcher));
        }
    }

    std::vector<Condition> conditions(Field field, const Node& node) const {
        if (node.is_map()) return operators(field, node);
        Condition condition;
        condition.values = values(field, node, true);
        return {condition};
    }

    std::vector<Condition> operators(Field field, Node node) const {
        std::vector<Condition> found;
        if (const Node inner = node.optional("not")) {
            Condition condition;
            condition.op = Condition::Op::negation;
            condition.inner = conditions(field, inner);
            if (condition.inner.size() > 1) inner.error("expected one test under \"not\"");
            found.push_back(std::move(condition));
        }
        if (const Node prefix = node.optional("prefix"))
            found.push_back(read_prefix(field, prefix));
        const Node least = node.optional("at_least");
        const Node most = node.optional("at_most");
        if (least || most) found.push_back(read_range(field, least, most));
        if (const Node exists = node.optional("exists")) {
            Condition condition;
            condition.op = Condition::Op::exists;
            condition.exists = exists.boolean().value_or(true);
            found.push_back(condition);
            if (!condition.exists && found.size() > 1)
                exists.error("a missing field has nothing else to test; leave one of them out");
        }
        node.finish();
        if (node.entries().empty())
            node.error("expected one of: not, prefix, at_least, at_most, exists");
        return found;
    }

    Condition read_prefix(Field field, const Node& node) const {
        Condition condition;
        condition.op = Condition::Op::prefix;
        const FieldType type = type_of(field);
        if (type == FieldType::number || type == FieldType::day || type == FieldType::truth)
            node.error("\"prefix\" does not fit " + std::string(name_of(field)) +
                       ", which is no text");
        else
            condition.values = values(field, node, false);
        return condition;
    }

    Condition read_range(Field field, const Node& least, const Node& most) const {
        Condition condition;
        condition.op = Condition::Op::range;
        const FieldType type = type_of(field);
        if (type != FieldType::number && type != FieldType::day) {
            (least ? least : most)
                .error("a range does not fit " + std::string(name_of(field)) +
                       ", which is neither a number nor a day");
            return condition;
        }
        if (least) condition.at_least = value(field, least);
        if (most) condition.at_most = value(field, most);
        const std::string low = condition.at_least.value_or("");
        const std::string high = condition.at_most.value_or("");
        // Days as text compare like days; of numbers the longer one is the greater.
        const bool empty = high.size() != low.size() ? high.size() < low.size() : high < low;
        if (!low.empty() && !high.empty() && empty)
            most.error("\"at_most\" is less than \"at_least\"");
        return condition;
    }

    Words values(Field field, const Node& node, bool whole) const {
        if (node.is_null() || (node.is_list() && node.list().empty())) {
            node.error("this is empty; to test for a missing field write { exists: false }");
            return {};
        }
        Words texts;
        const Words words = whole ? words_of(field) : Words{};
        std::set<std::string> as_compared;
        for (const auto& word : words) as_compared.insert(comparable(field, word));
        for (const Node& item : node.one_or_list()) {
            std::string text = value(field, item);
            if (!text.empty()) check_word(field, item, text, words, as_compared);
            texts.push_back(std::move(text));
        }
        return texts;
    }

    static std::string value(Field field, const Node& node) {
        switch (type_of(field)) {
            case FieldType::number: {
                const auto number = node.integer(0, std::numeric_limits<int>::max());
                return number ? std::to_string(*number) : std::string();
            }
            case FieldType::day: {
                const auto day = node.day();
                return day ? to_string(*day) : std::string();
            }
            case FieldType::truth: {
                const auto truth = node.boolean();
                return truth ? (*truth ? "true" : "false") : std::string();
            }
            default:
                return node.text();
        }
    }

    // The words that a field can have at all; none: any text.
    Words words_of(Field field) const {
        std::set<std::string> words;
        switch (field) {
            case Field::kind:
                return names_of<Kind>();
            case Field::urgency:
                return names_of<Urgency>();
            case Field::region:
                return key_texts(regions_);
            case Field::province:
                for (const auto& [code, place] : places_.municipalities())
                    words.insert(place.province);
                break;
            case Field::municipality:
                for (const auto& [code, place] : places_.municipalities()) {
                    words.insert(place.name);
                    words.emplace(without_suffix(place.name));
                    words.insert(code.text());
                }
                break;
            default:
                break;
        }
        return {words.begin(), words.end()};
    }

    // A value that no request can have is a slip.
    void check_word(Field field, const Node& node, const std::string& text, const Words& words,
                    const std::set<std::string>& as_compared) const {
        if (field == Field::sector && !is_sector_or_part(text))
            return node.error("expected an SBI code such as 86.10, found \"" + text + "\"");
        if (words.empty() || as_compared.contains(comparable(field, text))) return;
        const std::string now = field == Field::municipality ? name_now(text) : std::string();
        if (now.empty()) return node.unknown(name_of(field), text, words);
        node.error("unknown municipality \"" + text + "\"; it is " + now);
    }

    // What to write for a name that is no longer in use; empty for any other.
    std::string name_now(const std::string& text) const {
        Words names;
        for (const Municipality* successor : places_.successors(text))
            names.push_back(successor->name);
        if (names.empty()) return {};
        if (names.size() == 1) return names.front() + " now, write that";
        return joined(names, " and ") + " now, write those you mean";
    }

    const Regions& regions_;
    const Places& places_;
};

}  // namespace

Matcher read_matcher(const Node& node, const Regions& regions, const Places& places) {
    return prepare(MatcherReader(regions, places).all_of(node));
}

}  // namespace werktdoord
