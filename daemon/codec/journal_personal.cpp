#include "codec/journal_personal.hpp"

#include <boost/json/value.hpp>

#include "codec/journal.hpp"
#include "codec/json.hpp"
#include "codec/json_write.hpp"

namespace werktdoord {

namespace {

Parsed<boost::json::object> object_of(std::string_view text) {
    auto value = parse_json(text);
    if (!value) return value.error();
    if (!value->is_object()) return Problems{{"", "must be an object"}};
    return std::move(value->as_object());
}

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    return std::nullopt;
}

std::optional<Salt> read_salt(std::string_view hex) {
    Salt salt;
    if (hex.size() != salt.size() * 2) return std::nullopt;
    for (std::size_t at = 0; at < salt.size(); ++at) {
        const auto high = hex_digit(hex[at * 2]);
        const auto low = hex_digit(hex[at * 2 + 1]);
        if (!high || !low) return std::nullopt;
        salt[at] = static_cast<std::uint8_t>(*high << 4U | *low);
    }
    return salt;
}

struct PersonalText {
    std::string salt;
    std::string text;
};

std::optional<PersonalText> personal_text(const boost::json::value& value) {
    const auto* object = value.if_object();
    if (object == nullptr) return std::nullopt;
    const auto* salt = object->if_contains("salt");
    const auto* text = object->if_contains("text");
    if (salt == nullptr || text == nullptr || !salt->is_string() || !text->is_string())
        return std::nullopt;
    return PersonalText{std::string(salt->get_string()), std::string(text->get_string())};
}

}  // namespace

std::optional<std::string> text_of_personal(std::string_view personal, std::string_view member) {
    const auto texts = object_of(personal);
    const auto* found = texts ? texts->if_contains(member) : nullptr;
    const auto text = found == nullptr ? std::nullopt : personal_text(*found);
    return text ? std::optional(text->text) : std::nullopt;
}

Parsed<std::string> with_personal(std::string_view line, std::string_view personal) {
    if (personal.empty()) return std::string(line);
    auto shown = object_of(line);
    const auto texts = object_of(personal);
    if (!shown) return shown.error();
    if (!texts) return texts.error();
    for (const auto& member : *texts)
        if (const auto read = personal_text(member.value())) (*shown)[member.key()] = read->text;
    return to_json(*shown);
}

Problems verify_personal(std::string_view line, std::string_view personal) {
    if (personal.empty()) return {};
    const auto digests = object_of(line);
    const auto texts = object_of(personal);
    if (!digests) return digests.error();
    if (!texts) return texts.error();
    Problems problems;
    for (const auto& member : *texts) {
        const std::string name(member.key());
        const auto read = personal_text(member.value());
        const auto salt = read ? read_salt(read->salt) : std::nullopt;
        const auto* digest = digests->if_contains(name);
        if (!salt || digest == nullptr || !digest->is_string())
            problems.push_back({name, "is not as the journal writes it"});
        else if (personal_digest(*salt, read->text) != std::string_view(digest->get_string()))
            problems.push_back({name, "does not fit its digest"});
    }
    return problems;
}

}  // namespace werktdoord
