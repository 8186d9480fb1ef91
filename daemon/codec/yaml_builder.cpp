#include "codec/yaml_builder.hpp"

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <string_view>

namespace werktdoord {

namespace {

std::size_t position_of(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
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

bool holds_control_character(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\n' && letter != '\t') || byte == 0x7F;
    });
}

}  // namespace

void YamlBuilder::error(std::size_t position, const std::string& text) {
    findings_.push_back({Finding::Severity::error, {document_.where(position), text}});
}

void YamlBuilder::refuse_properties(std::size_t position, const std::string& tag,
                                    YAML::anchor_t anchor) {
    if (anchor != 0) error(position, "anchors (&) are not read here; write the value out");
    // The parser gives "?" to plain values and "!" to quoted ones; all else was written.
    if (!tag.empty() && tag != "?" && tag != "!")
        error(position, "tags (!) are not read here; leave the tag out");
}

void YamlBuilder::OnDocumentStart(const YAML::Mark& mark) {
    if (++documents_ > 1)
        throw YamlStop(position_of(mark), "a second document begins here; a file holds one");
}

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const std::size_t position = position_of(mark);
    refuse_properties(position, "", anchor);
    YamlValue value;
    value.position = position;
    const bool written =
        position < document_.bytes().size() &&
        std::string_view("~nN").find(document_.bytes()[position]) != std::string_view::npos;
    // An empty value is marked where the next one begins: its key says better where it is.
    if (!written && !open_.empty() && open_.back().key) value.position = open_.back().key->position;
    put(std::move(value));
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    error(position_of(mark), "aliases (*) are not read here; write the value out");
    YamlValue value;
    value.kind = YamlValue::Kind::refused;
    value.position = position_of(mark);
    put(std::move(value));
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
    if (holds_control_character(text) || !is_utf8(text))
        error(value.position, "the text holds a control character or half a character");
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
    if (value.kind == YamlValue::Kind::refused) return key;
    if (value.kind != YamlValue::Kind::scalar) {
        error(value.position, "a key must be text");
        return key;
    }
    const auto [first, is_new] = map.seen.emplace(key.text, key.position);
    key.dropped = !is_new;
    if (!is_new)
        error(key.position, "key \"" + key.text + "\" is given twice; first at " +
                                document_.where(first->second));
    return key;
}

// Where the value now lives; it stays there while its own values come, since only the last item of
// a list or map is ever open.
YamlValue* YamlBuilder::put(YamlValue value) {
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
