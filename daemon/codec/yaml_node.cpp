#include "codec/yaml_node.hpp"

#include <algorithm>
#include <charconv>

#include "base/items.hpp"
#include "base/listed.hpp"
#include "base/utf8.hpp"
#include "codec/nearest.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t same_within = 64;
constexpr std::size_t longest_line = 1000;
constexpr std::size_t longest_paragraph = 20'000;  // as a request's description
constexpr std::size_t most_shown = 80;

// The beginning of a text, on one line.
std::string shown(const std::string& text) {
    std::size_t end = std::min({text.size(), text.find('\n'), most_shown});
    end = character_begin(text, end);
    return text.substr(0, end) + (end < text.size() ? "…" : "");
}

std::string kind_name(const YamlValue& value) {
    switch (value.kind) {
        case YamlValue::Kind::null:
            return value.text.size() < 2 ? "nothing"
                                         : "nothing (" + value.text + " in quotes is text)";
        case YamlValue::Kind::list:
            return "a list";
        case YamlValue::Kind::map:
            return "a mapping";
        case YamlValue::Kind::scalar:
            return "\"" + shown(value.text) + "\"";
    }
    return "something else";
}

}  // namespace

void Node::add(Finding::Severity severity, std::size_t position, std::string text) const {
    if (is_full(*findings_, document_->file())) return;
    Finding finding{severity, {document_->where(position), std::move(text)}};
    // Copies of a node may each find the same; those that do are asked soon after one another.
    const auto recent = static_cast<std::ptrdiff_t>(std::min(findings_->size(), same_within));
    if (std::find(findings_->end() - recent, findings_->end(), finding) == findings_->end())
        tell(*findings_, document_->file(), std::move(finding));
}

std::string Node::where() const {
    return document_->where(value_ == nullptr ? key_ : value_->position);
}

void Node::error(std::string text) const {
    if (value_ == nullptr) return;
    add(Finding::Severity::error, value_->position, std::move(text));
}

void Node::error_at_key(std::string text) const {
    add(Finding::Severity::error, key_, std::move(text));
}

void Node::warning(std::string text) const {
    if (value_ != nullptr) add(Finding::Severity::warning, value_->position, std::move(text));
}

bool Node::expect(YamlValue::Kind kind, std::string_view what) const {
    if (is(kind)) return true;
    if (value_ == nullptr) return false;
    // A scalar is not quoted here: where a list belongs there may stand a secret.
    error("expected " + std::string(what) + ", found " +
          (is_scalar() ? "a single value" : kind_name(*value_)));
    return false;
}

Node Node::optional(std::string_view key) {
    asked_.emplace_back(key);
    const Node absent(*document_, *findings_, nullptr, value_ ? value_->position : key_);
    if (value_ == nullptr || told_) return absent;
    if (is(YamlValue::Kind::null)) return absent;
    if (!expect(YamlValue::Kind::map, "a mapping")) {
        told_ = true;
        return absent;
    }
    for (const auto& member : value_->members)
        if (member.key == key) return {*document_, *findings_, &member.value, member.position};
    return absent;
}

Node Node::required(std::string_view key) {
    Node found = optional(key);
    const bool readable = is_map() || is(YamlValue::Kind::null);
    if (found || !readable) return found;
    if (const auto* member = misspelt(key)) {
        misspelt_.push_back(member->key);
        add(Finding::Severity::error, member->position,
            "unknown key \"" + member->key + "\"; did you mean \"" + std::string(key) + "\"?");
    } else {
        error("\"" + std::string(key) + "\" is missing here");
    }
    return found;
}

// A key that nobody asks for elsewhere: with one slip, or with two in a long one.
const YamlValue::Member* Node::misspelt(std::string_view key) const {
    const std::size_t most = key.size() < 2 ? 0 : key.size() < 6 ? 1 : 2;
    for (const auto& member : value_->members)
        if (!has(asked_, member.key) && edit_distance(member.key, key) <= most) return &member;
    return nullptr;
}

void Node::finish() {
    tell_unknown(Finding::Severity::error);
}

void Node::warn_unknown() {
    tell_unknown(Finding::Severity::warning);
}

void Node::tell_unknown(Finding::Severity severity, bool named) const {
    if (!is_map()) return;
    const auto is_in = [](const std::vector<std::string>& keys, const std::string& key) {
        return has(keys, key);
    };
    for (const auto& member : value_->members) {
        if (is_full(*findings_, document_->file())) return;
        if (!is_in(asked_, member.key) && !is_in(misspelt_, member.key))
            add(severity, member.position,
                (named ? "unknown key \"" + member.key + "\"" : "unknown key") +
                    nearest_known(member.key, asked_));
    }
}

void Node::unknown(std::string_view what, const std::string& text,
                   const std::vector<std::string>& names) const {
    if (is_full(*findings_, document_->file())) return;
    error("unknown " + std::string(what) + " \"" + text + "\"" + did_you_mean(text, names));
}

void Node::unknown_at_key(std::string_view what, const std::string& key,
                          const std::vector<std::string>& names) const {
    if (is_full(*findings_, document_->file())) return;
    error_at_key("unknown " + std::string(what) + " \"" + key + "\"" + nearest_known(key, names));
}

std::vector<Node::Member> Node::entries() const {
    if (value_ == nullptr || is(YamlValue::Kind::null)) return {};
    if (!expect(YamlValue::Kind::map, "a mapping")) return {};
    std::vector<Member> members;
    for (const auto& member : value_->members)
        members.push_back(
            {member.key, Node(*document_, *findings_, &member.value, member.position)});
    return members;
}

std::vector<Node> Node::list() const {
    if (value_ == nullptr || is(YamlValue::Kind::null)) return {};
    if (!expect(YamlValue::Kind::list, "a list")) return {};
    std::vector<Node> items;
    for (const auto& item : value_->items)
        items.push_back(Node(*document_, *findings_, &item, item.position));
    return items;
}

std::vector<Node> Node::one_or_list() const {
    if (value_ == nullptr) return {};
    if (is_list()) return list();
    return {*this};
}

std::string Node::raw() const {
    return expect(YamlValue::Kind::scalar, "text") ? value_->text : std::string();
}

std::string Node::paragraph() const {
    if (!expect(YamlValue::Kind::scalar, "text")) return {};
    const bool blank = value_->text.find_first_not_of(" \t\n") == std::string::npos;
    if (blank) error("this may not be empty");
    const bool long_one = character_count(value_->text) > longest_paragraph;
    if (long_one) error("this text is longer than 20000 characters");
    return blank || long_one ? std::string() : value_->text;
}

std::string Node::text() const {
    std::string written = paragraph();
    const bool one_line = written.find('\n') == std::string::npos;
    if (one_line && character_count(written) <= longest_line) return written;
    error(one_line ? "this text is longer than 1000 characters" : "expected one line of text");
    return {};
}

std::optional<int> Node::integer(int least, int most) const {
    if (value_ == nullptr) return std::nullopt;
    const std::string range =
        "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    if (!expect(YamlValue::Kind::scalar, range)) return std::nullopt;
    const std::string& written = value_->text;
    int number = 0;
    const auto [end, failure] =
        std::from_chars(written.data(), written.data() + written.size(), number);
    const bool padded = written.size() > 1 && written[0] == '0';
    if (!value_->quoted && !padded && failure == std::errc() &&
        end == written.data() + written.size() && least <= number && number <= most)
        return number;
    error("expected " + range + ", found " + (value_->quoted ? "the text " : "") +
          kind_name(*value_));
    return std::nullopt;
}

std::optional<bool> Node::boolean() const {
    if (value_ == nullptr || !expect(YamlValue::Kind::scalar, "true or false")) return std::nullopt;
    if (!value_->quoted && value_->text == "true") return true;
    if (!value_->quoted && value_->text == "false") return false;
    error("expected true or false, found " + std::string(value_->quoted ? "the text " : "") +
          kind_name(*value_));
    return std::nullopt;
}

std::optional<LocalDay> Node::day() const {
    if (value_ == nullptr || !expect(YamlValue::Kind::scalar, "a day such as 2026-12-25"))
        return std::nullopt;
    const auto day = parse_day(value_->text);
    if (day) return *day;
    error("expected a day such as 2026-12-25, found " + kind_name(*value_));
    return std::nullopt;
}

std::optional<std::size_t> Node::index_in(const std::vector<std::string>& names) const {
    const std::string written = text();
    if (written.empty()) return std::nullopt;
    const auto found = std::find(names.begin(), names.end(), written);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    error("\"" + written + "\" is none of: " + listed(names) + did_you_mean(written, names));
    return std::nullopt;
}

std::string Node::known(std::string_view what, const std::vector<std::string>& names) const {
    std::string written = text();
    if (written.empty() || names.empty()) return written;
    if (has(names, written)) return written;
    unknown(what, written, names);
    return {};
}

}  // namespace werktdoord
