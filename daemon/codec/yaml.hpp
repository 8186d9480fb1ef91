// Reads a YAML file strictly into a tree that knows where everything stands.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "codec/finding.hpp"
#include "codec/source_text.hpp"

namespace werktdoord {

// A value as written. `position` is the byte where it begins.
struct YamlValue {
    enum class Kind { null, scalar, list, map };
    struct Member;

    Kind kind = Kind::null;
    std::size_t position = 0;
    bool quoted = false;           // of a scalar: in quotes or as a block (`|`, `>`)
    std::string text;              // of a scalar; of a null, the word that stands there
    std::vector<YamlValue> items;  // of a list
    std::vector<Member> members;   // of a map, in the order of the file
};

struct YamlValue::Member {
    std::string key;
    std::size_t position = 0;
    YamlValue value;
};

// One file. Stays where it is: its lines point into its text.
class YamlDocument {
public:
    explicit YamlDocument(SourceText source) : source_(std::move(source)), lines_(source_.bytes) {}
    YamlDocument(const YamlDocument&) = delete;
    YamlDocument& operator=(const YamlDocument&) = delete;

    const std::string& file() const { return source_.file; }
    const std::string& bytes() const { return source_.bytes; }
    const YamlValue& root() const { return root_; }
    void set_root(YamlValue root) { root_ = std::move(root); }

    Place place(std::size_t position) const { return lines_.at(position); }
    std::string where(std::size_t position) const {
        return where_of(source_.file, place(position));
    }

private:
    SourceText source_;
    LineIndex lines_;
    YamlValue root_;
};

constexpr std::size_t yaml_most_nesting = 32;
constexpr std::size_t yaml_most_values = 300'000;
constexpr std::size_t yaml_longest_key = 100;  // in characters

// The first thing that leaves the file without a readable tree goes to `findings`, and nothing is
// returned: a text that is not clean UTF-8, tabs in the indentation, YAML that does not hold
// together, a second document, more than 32 levels or 300,000 values, keys that are no text,
// anchors, aliases and tags. Keys that are given twice are told each, and the first one counts. An
// empty file is a null.
std::unique_ptr<const YamlDocument> parse_yaml(SourceText source, Findings& findings);

}  // namespace werktdoord
