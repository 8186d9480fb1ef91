#include "codec/mustache_check.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/trimmed.hpp"
#include "codec/nearest.hpp"

namespace werktdoord {
namespace {

constexpr std::string_view blanks = " \t";

struct Section {
    std::string name;
    std::size_t at;
    bool repeats;  // {{#list}}: its items' values are visible inside
};

class Checker {
public:
    Checker(const std::string& file, std::string_view text, const MailScope& scope)
        : file_(file), text_(text), scope_(scope) {}

    Problems run() {
        std::size_t at = text_.find("{{");
        while (at != std::string_view::npos) {
            const std::optional<std::size_t> end = tag(at);
            if (!end) return problems_;
            at = text_.find("{{", *end);
        }
        for (const Section& section : sections_)
            tell(section.at, "{{#" + section.name + "}} or {{^" + section.name +
                                 "}} is not closed: {{/" + section.name + "}} is missing");
        return problems_;
    }

private:
    void tell(std::size_t at, std::string what) {
        std::size_t line = 1;
        std::size_t column = 1;
        for (const char c : text_.substr(0, at)) {
            const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
            if (!continues) ++column;
            if (c == '\n') {
                ++line;
                column = 1;
            }
        }
        problems_.push_back(
            {file_ + ":" + std::to_string(line) + ":" + std::to_string(column), std::move(what)});
    }

    // Checks the tag that opens at `at`; gives where it ends, or nothing when it does not.
    std::optional<std::size_t> tag(std::size_t at) {
        const std::size_t inside = at + 2;
        const std::size_t end = text_.find("}}", inside);
        if (end == std::string_view::npos) {
            tell(at, "the tag is not closed: }} is missing");
            return std::nullopt;
        }
        const std::string_view content = trimmed(text_.substr(inside, end - inside), blanks);
        if (content.empty())
            tell(at, "the tag is empty");
        else
            tag_content(at, content.front(), content);
        // "{{{name}}}" ends in three.
        return end + (text_.substr(end).starts_with("}}}") ? 3 : 2);
    }

    void tag_content(std::size_t at, char sign, std::string_view content) {
        const std::string name(trimmed(content.substr(1), blanks));
        switch (sign) {
            case '!':
                return;
            case '{':
            case '&':
                return tell(at, "values must be escaped: write {{name}}");
            case '>':
                return tell(at, "a template cannot include another one");
            case '=':
                return tell(at, "the delimiters cannot be changed");
            case '#':
            case '^':
                return open(at, name, sign == '#');
            case '/':
                return close(at, name);
            default:
                return variable(at, std::string(content));
        }
    }

    void open(std::size_t at, const std::string& name, bool positive) {
        const bool item_value = known_in_item(name);
        const bool list = !item_value && scope_.lists.contains(name);
        if (!item_value && !list && !scope_.values.contains(name)) unknown(at, name);
        sections_.push_back({name, at, list && positive});
    }

    void close(std::size_t at, const std::string& name) {
        if (sections_.empty()) {
            tell(at, "{{/" + name + "}} closes nothing");
        } else {
            if (sections_.back().name != name)
                tell(at, "{{/" + name + "}} closes {{#" + sections_.back().name + "}}");
            sections_.pop_back();
        }
    }

    void variable(std::size_t at, const std::string& name) {
        if (known_in_item(name) || scope_.values.contains(name)) return;
        if (scope_.lists.contains(name))
            tell(at, "\"" + name + "\" is a list: write {{#" + name + "}} … {{/" + name + "}}");
        else
            unknown(at, name);
    }

    bool known_in_item(const std::string& name) const {
        return std::any_of(sections_.begin(), sections_.end(), [&](const Section& section) {
            return section.repeats && scope_.lists.find(section.name)->second.contains(name);
        });
    }

    void unknown(std::size_t at, const std::string& name) {
        std::string inside;
        for (const auto& [list, items] : scope_.lists)
            if (items.contains(name)) inside += (inside.empty() ? "{{#" : " or {{#") + list + "}}";
        tell(at, inside.empty()
                     ? "no mail has a value \"" + name + "\"" + did_you_mean(name, known_here())
                     : "\"" + name + "\" is known only inside " + inside);
    }

    // The values of the open lists' items, those of every mail, and the lists.
    std::vector<std::string> known_here() const {
        std::vector<std::string> names;
        for (const Section& section : sections_) {
            if (!section.repeats) continue;
            const MailNames& items = scope_.lists.find(section.name)->second;
            names.insert(names.end(), items.begin(), items.end());
        }
        names.insert(names.end(), scope_.values.begin(), scope_.values.end());
        for (const auto& [list, items] : scope_.lists) names.push_back(list);
        return names;
    }

    const std::string& file_;
    std::string_view text_;
    const MailScope& scope_;
    std::vector<Section> sections_;
    Problems problems_;
};

}  // namespace

Problems check_template(const std::string& file, std::string_view text, const MailScope& scope) {
    return Checker(file, text, scope).run();
}

}  // namespace werktdoord
