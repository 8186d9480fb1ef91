#include "codec/web_form.hpp"

#include "base/split.hpp"
#include "codec/source_text.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t most_fields = 200;

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+') {
            out += ' ';
        } else if (text[at] == '\0') {
            return std::nullopt;
        } else if (text[at] != '%') {
            out += text[at];
        } else {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = digit_of(text[at + 1]);
            const int low = digit_of(text[at + 2]);
            if (high < 0 || low < 0 || high + low == 0) return std::nullopt;  // NUL is none either
            out += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    if (!is_utf8(out)) return std::nullopt;
    return out;
}

// Browsers send CR LF for every line end.
std::string with_plain_line_ends(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') out += text[at];
        if (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')) out += '\n';
    }
    return out;
}

}  // namespace

std::string WebForm::first(std::string_view name) const {
    for (const auto& [known, value] : fields_)
        if (known == name) return value;
    return {};
}

std::vector<std::string> WebForm::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [known, value] : fields_)
        if (known == name) values.push_back(value);
    return values;
}

bool WebForm::has(std::string_view name, std::string_view value) const {
    for (const auto& field : fields_)
        if (field.first == name && field.second == value) return true;
    return false;
}

std::optional<WebForm> read_web_form(std::string_view body) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const std::string_view field : split(body, '&')) {
        if (field.empty()) continue;
        const auto equals = field.find('=');
        const bool bare = equals == std::string_view::npos;
        auto name = decoded(field.substr(0, equals));
        std::optional<std::string> value = bare ? std::string() : decoded(field.substr(equals + 1));
        if (!name || !value || fields.size() == most_fields) return std::nullopt;
        fields.emplace_back(std::move(*name), with_plain_line_ends(*value));
    }
    return WebForm(std::move(fields));
}

}  // namespace werktdoord
