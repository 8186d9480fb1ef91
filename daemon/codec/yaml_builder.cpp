#include "codec/yaml_builder.hpp"

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <string_view>

#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

std::size_t position_of(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

std::string place_text(Place place) {
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

// The parser takes a text whose quote never closes as long as a line end stands before the end of
// the file; half a file must not pass for a whole one.
bool quote_closes(std::string_view bytes, std::size_t position) {
    const char quote = bytes[position];
    for (std::size_t i = position + 1; i < bytes.size(); ++i) {
        if (quote == '"' && bytes[i] == '\\') {
            ++i;
        } else if (bytes[i] == quote) {
            if (quote == '"' || i + 1 == bytes.size() || bytes[i + 1] != quote) return true;
            ++i;
        }
    }
    return false;
}

// The word at `position` that YAML takes for nothing.
std::string null_word(std::string_view bytes, std::size_t position) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"})
        if (bytes.substr(std::min(position, bytes.size())).starts_with(word))
            return std::string(word);
    return {};
}

constexpr std::string_view yaml_blanks = " \t\r";
constexpr std::string_view before_items = "-[,";

bool is_blank_or_comment(std::string_view text) {
    const std::size_t first = text.find_first_not_of(yaml_blanks);
    return first == text.npos || text[first] == '#';
}

// Where in a line the sign stands that only blanks and a comment follow.
std::size_t sign_before_comment(std::string_view line) {
    std::size_t at = line.find_first_of(before_items);
    while (at != line.npos &&
           (line.substr(at + 1).starts_with('#') || !is_blank_or_comment(line.substr(at + 1))))
        at = line.find_first_of(before_items, at + 1);
    return at;
}

// The "-", "[" or comma behind which an item is empty, as its place. The parser marks such an item
// where the next token stands, maybe lines below or past the end, and finds that blameless.
std::size_t before_empty_item(std::string_view bytes, std::size_t next) {
    bytes = bytes.substr(0, next);
    // On the line of the next token no comment can stand before it, and that line may be long.
    std::size_t end = bytes.find_last_not_of(yaml_blanks);
    if (end != bytes.npos && bytes[end] != '\n')
        return before_items.find(bytes[end]) == before_items.npos ? next : end;
    while (end != bytes.npos && end > 0) {
        const std::size_t line_end = bytes.rfind('\n', end - 1);
        const std::size_t begin = line_end == bytes.npos ? 0 : line_end + 1;
        const std::string_view line = bytes.substr(begin, end - begin);
        if (!is_blank_or_comment(line)) {
            const std::size_t sign = sign_before_comment(line);
            return sign == line.npos ? next : begin + sign;
        }
        end = line_end;
    }
    return next;
}

}  // namespace

void YamlBuilder::refuse_properties(std::size_t position, const std::string& tag,
                                    YAML::anchor_t anchor) {
    if (anchor != 0) throw YamlStop(position, yaml_no_aliases);
    // The parser gives "?" to plain values and "!" to quoted ones; all else was written.
    if (!tag.empty() && tag != "?" && tag != "!") throw YamlStop(position, yaml_no_tags);
}

void YamlBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (++documents_ > 1)
        throw YamlStop(position_of(mark), "a second document begins here; a file holds one");
}

void YamlBuilder::OnDocumentEnd() {
    if (no_text_key_) throw YamlStop(*no_text_key_);
}

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const std::size_t position = position_of(mark);
    refuse_properties(position, "", anchor);
    YamlValue value;
    value.position = position;
    value.text = null_word(document_.bytes(), position);
    // An empty value is marked where the next one begins: its key, or the "-" of an item,
    // says better where it is.
    if (value.text.empty() && !open_.empty()) {
        if (open_.back().key)
            value.position = open_.back().key->position;
        else if (open_.back().value->kind == YamlValue::Kind::list)
            value.position = before_empty_item(document_.bytes(), position);
    }
    put(std::move(value));
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    throw YamlStop(position_of(mark), yaml_no_aliases);
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& text) {
    YamlValue value;
    value.kind = YamlValue::Kind::scalar;
    value.position = position_of(mark);
    const std::string& bytes = document_.bytes();
    value.quoted = value.position < bytes.size() &&
                   std::string_view("\"'|>").find(bytes[value.position]) != std::string_view::npos;
    if (value.quoted && bytes[value.position] != '|' && bytes[value.position] != '>' &&
        !quote_closes(bytes, value.position))
        throw YamlStop(value.position, "this quote does not close");
    refuse_properties(value.position, tag == "!" && !value.quoted ? "written" : tag, anchor);
    if (has_control_character(text, true) || text.find('\r') != text.npos || !is_utf8(text))
        throw YamlStop(value.position, "the text holds a control character or half a character");
    value.text = text;
    put(std::move(value));
}

void YamlBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value) {
    open(YamlValue::Kind::list, mark, tag, anchor);
}

void YamlBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
    open(YamlValue::Kind::map, mark, tag, anchor);
}

void YamlBuilder::open(YamlValue::Kind kind, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) {
    const std::size_t position = position_of(mark);
    if (open_.size() >= yaml_most_nesting)
        throw YamlStop(position, "nested more than 32 levels deep");
    refuse_properties(position, tag == "!" ? "written" : tag, anchor);
    YamlValue value;
    value.kind = kind;
    value.position = position;
    YamlValue* const kept = put(std::move(value));
    open_.push_back({kept, std::nullopt, {}});
}

YamlBuilder::Key YamlBuilder::key_of(Open& map, const YamlValue& value) {
    Key key{value.text, value.position, true};
    if (value.kind != YamlValue::Kind::scalar) {
        const std::string help = value.text.empty() ? "" : "; put " + value.text + " in quotes";
        if (!no_text_key_) no_text_key_.emplace(value.position, "a key must be text" + help);
        return key;
    }
    check_key(key);
    const auto [first, is_new] = map.seen.emplace(key.text, key.position);
    key.dropped = !is_new;
    if (!is_new)
        tell(findings_, document_.file(),
             {Finding::Severity::error,
              {document_.where(key.position), "key \"" + key.text + "\" is given twice; first at " +
                                                  place_text(document_.place(first->second))}});
    return key;
}

// A key is shown in findings, one a line, and compared with those that are known.
void YamlBuilder::check_key(const Key& key) const {
    if (key.text == "<<")
        throw YamlStop(key.position, "merge keys (<<) are not read here; write the keys out");
    if (key.text.find_first_of("\n\t") != std::string::npos)
        throw YamlStop(key.position, "a key must be one line of text");
    if (key.text.find("\u00A0") != std::string::npos)
        throw YamlStop(key.position, "a no-break space (U+00A0) in a key; use a plain one");
    if (character_count(key.text) > yaml_longest_key)
        throw YamlStop(key.position, "this key is longer than 100 characters");
}

// Where the value now lives; it stays there while its own values come, since only the last item of
// a list or map is ever open.
YamlValue* YamlBuilder::put(YamlValue value) {
    if (++values_ > yaml_most_values)
        throw YamlStop(value.position, "the file holds more than 300000 values");
    if (open_.empty()) {
        root_ = std::move(value);
        return &root_;
    }
    Open& parent = open_.back();
    if (parent.value->kind == YamlValue::Kind::list) {
        parent.value->items.push_back(std::move(value));
        return &parent.value->items.back();
    }
    if (!parent.key) {
        parent.key = key_of(parent, value);
        return &dropped_.emplace_back(std::move(value));
    }
    const Key key = std::move(*parent.key);
    parent.key.reset();
    if (key.dropped) return &dropped_.emplace_back(std::move(value));
    auto& members = parent.value->members;
    members.push_back({key.text, key.position, std::move(value)});
    return &members.back().value;
}

}  // namespace werktdoord
