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
    // `refused`: something this reader does not take (an alias); told already, so say no more.
    enum class Kind { null, scalar, list, map, refused };
    struct Member;

    Kind kind = Kind::null;
    std::size_t position = 0;
    bool quoted = false;           // of a scalar: in quotes or as a block (`|`, `>`)
    std::string text;              // of a scalar
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

    std::string where(std::size_t position) const {
        return where_of(source_.file, lines_.at(position));
    }

private:
    SourceText source_;
    LineIndex lines_;
    YamlValue root_;
};

constexpr std::size_t yaml_most_nesting = 32;

// Everything that is wrong goes to `findings`: a text that is not clean UTF-8, tabs in the
// indentation, YAML that does not hold together, a second document, more than 32 levels, keys that
// are given twice or are no text, anchors, aliases and tags. Nothing is returned only where the
// file has no readable tree; an empty file is a null.
std::unique_ptr<const YamlDocument> parse_yaml(SourceText source, Findings& findings);

}  // namespace werktdoord
