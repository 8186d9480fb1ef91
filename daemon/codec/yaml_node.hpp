// A typed way through a YAML document: asks for what should be there and tells what is not.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/zone.hpp"
#include "codec/yaml.hpp"
#include "core/names.hpp"

namespace werktdoord {

// A value that may be absent. What an absent one is asked for is empty, without a finding: that it
// is missing was told by `required`, or it need not be there. A getter that does not find what it
// asks for adds an error at the value's place and returns nothing (or an empty text).
class Node {
public:
    struct Member;

    Node(const YamlDocument& document, Findings& findings)
        : Node(document, findings, &document.root(), document.root().position) {}

    explicit operator bool() const { return value_ != nullptr; }
    bool is_list() const { return is(YamlValue::Kind::list); }
    bool is_map() const { return is(YamlValue::Kind::map); }
    bool is_scalar() const { return is(YamlValue::Kind::scalar); }
    bool is_null() const { return is(YamlValue::Kind::null); }

    std::string where() const;  // of the value; of the file's start when it is absent
    void error(std::string text) const;
    void error_at_key(std::string text) const;  // where the value's key stands
    void warning(std::string text) const;

    // The members of a map. `finish` adds an error for each that was not asked for. Where a
    // required one lacks and one that is nearly it stands there, that one is told of, at once.
    Node required(std::string_view key);
    Node optional(std::string_view key);
    void finish();
    void finish_unnamed() { tell_unknown(Finding::Severity::error, false); }  // may be secrets
    void warn_unknown();                  // the same as warnings
    std::vector<Member> entries() const;  // an empty value is an empty map
    std::vector<Node> list() const;       // an empty value is an empty list
    std::vector<Node> one_or_list() const;

    std::string text() const;       // one line, not empty, up to 1,000 characters
    std::string paragraph() const;  // may have several lines, up to 20,000 characters
    std::string raw() const;        // any scalar as written
    std::optional<int> integer(int least, int most) const;  // not in quotes
    std::optional<bool> boolean() const;                    // true or false, not in quotes
    std::optional<LocalDay> day() const;

    // What `read` makes of the text; its problem is told here.
    template <class T>
    std::optional<T> parsed(Result<T> (*read)(std::string_view)) const {
        const std::string written = text();
        if (written.empty()) return std::nullopt;
        Result<T> result = read(written);
        if (result) return std::move(*result);
        error(result.error().text);
        return std::nullopt;
    }

    // One of the names of an enumeration.
    template <class Enum>
    std::optional<Enum> one_of() const {
        const auto index = index_in(names_of<Enum>());
        if (!index) return std::nullopt;
        return Names<Enum>::table[*index].first;
    }
    template <class Enum>
    std::optional<Enum> one_of(
        std::initializer_list<std::pair<std::string_view, Enum>> choices) const {
        std::vector<std::string> names;
        for (const auto& choice : choices) names.emplace_back(choice.first);
        const auto index = index_in(names);
        if (!index) return std::nullopt;
        return (choices.begin() + *index)->second;
    }

    // That the text, or the key that this value stands under, is none of `names`: with the nearest.
    void unknown(std::string_view what, const std::string& text,
                 const std::vector<std::string>& names) const;
    void unknown_at_key(std::string_view what, const std::string& key,
                        const std::vector<std::string>& names) const;

    // A text that names one of `names`: else an error with the nearest one. `what` says what the
    // names are ("region"). No names at all: what should have given them is broken, say nothing.
    std::string known(std::string_view what, const std::vector<std::string>& names) const;

private:
    Node(const YamlDocument& document, Findings& findings, const YamlValue* value, std::size_t key)
        : document_(&document), findings_(&findings), value_(value), key_(key) {}

    const YamlValue::Member* misspelt(std::string_view key) const;
    bool is(YamlValue::Kind kind) const { return value_ != nullptr && value_->kind == kind; }
    void tell_unknown(Finding::Severity severity, bool named = true) const;
    bool expect(YamlValue::Kind kind, std::string_view what) const;
    std::optional<std::size_t> index_in(const std::vector<std::string>& names) const;
    void add(Finding::Severity severity, std::size_t position, std::string text) const;

    const YamlDocument* document_;
    Findings* findings_;
    const YamlValue* value_;
    std::size_t key_;
    std::vector<std::string> asked_;
    std::vector<std::string> misspelt_;  // keys that were told already
    bool told_ = false;                  // that this is no map
};

struct Node::Member {
    std::string key;
    Node value;
};

}  // namespace werktdoord
