#include "codec/json_fields.hpp"

#include <boost/json/value.hpp>
#include <cmath>

#include "base/listed.hpp"
#include "codec/json.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

std::optional<std::int64_t> whole_number(const boost::json::value& value) {
    if (const auto* number = value.if_int64()) return *number;
    const double* number = value.if_double();
    constexpr double exact = 9007199254740992.0;
    if (number == nullptr || std::trunc(*number) != *number || std::abs(*number) > exact)
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

}  // namespace

std::optional<std::string> text_fault(std::string_view text, std::size_t most, bool lines_allowed) {
    if (character_count(text) > most)
        return "is longer than " + std::to_string(most) + " characters";
    if (has_control_character(text, lines_allowed)) return "must not hold control characters";
    return std::nullopt;
}

const boost::json::value* JsonFields::find(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

bool JsonFields::given(std::string_view name) const {
    const auto* value = find(name);
    return value != nullptr && !(value->is_string() && value->get_string().empty());
}

std::string JsonFields::pointer(std::string_view name) const {
    return pointer_to(pointer_, name);
}

void JsonFields::problem(std::string_view name, std::string text) {
    problems_.push_back({pointer(name), std::move(text)});
}

const boost::json::value* JsonFields::expect(std::string_view name, Need need) {
    const auto* value = find(name);
    if (value == nullptr && need == Need::required) problem(name, "is required");
    return value;
}

std::string JsonFields::checked_text(std::string_view name, std::size_t most, Need need,
                                     bool lines) {
    const auto* value = expect(name, need);
    if (value == nullptr) return {};
    const auto* string = value->if_string();
    if (string == nullptr) {
        problem(name, "must be text");
        return {};
    }
    const std::string_view text(string->data(), string->size());
    if (need == Need::required && is_blank(text)) {
        problem(name, "must not be empty");
        return {};
    }
    if (auto fault = text_fault(text, most, lines)) {
        problem(name, std::move(*fault));
        return {};
    }
    return std::string(text);
}

std::string JsonFields::line(std::string_view name, std::size_t most, Need need) {
    return checked_text(name, most, need, false);
}

std::string JsonFields::text(std::string_view name, std::size_t most, Need need) {
    return checked_text(name, most, need, true);
}

std::optional<int> JsonFields::integer(std::string_view name, int least, int most, Need need) {
    const auto* value = expect(name, need);
    if (value == nullptr) return std::nullopt;
    const auto number = whole_number(*value);
    if (!number || *number < least || *number > most) {
        problem(name, "must be a whole number from " + std::to_string(least) + " to " +
                          std::to_string(most));
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

std::optional<bool> JsonFields::truth(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (const bool* truth = value->if_bool()) return *truth;
    problem(name, "must be true or false");
    return std::nullopt;
}

std::optional<Instant> JsonFields::instant(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (const auto* text = value->if_string())
        if (const auto read = parse_rfc3339(std::string_view(text->data(), text->size())))
            return *read;
    problem(name, "must be a date and time with offset, as in 2026-11-23T09:12:00+01:00");
    return std::nullopt;
}

std::optional<LocalDay> JsonFields::day(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr || !given(name)) return std::nullopt;
    if (const auto* text = value->if_string())
        if (const auto read = parse_day(std::string_view(text->data(), text->size()))) return *read;
    problem(name, "must be a date, as in 2026-12-01");
    return std::nullopt;
}

const boost::json::object* JsonFields::object(std::string_view name, Need need) {
    const auto* value = expect(name, need);
    if (value == nullptr) return nullptr;
    if (!value->is_object()) problem(name, "must be an object");
    return value->if_object();
}

const boost::json::array* JsonFields::array(std::string_view name, Need need) {
    const auto* value = expect(name, need);
    if (value == nullptr) return nullptr;
    if (!value->is_array()) problem(name, "must be a list");
    return value->if_array();
}

std::vector<std::string> JsonFields::lines(std::string_view name, std::size_t most_items,
                                           std::size_t most) {
    std::vector<std::string> texts;
    const auto* items = array(name);
    if (items == nullptr) return texts;
    if (items->size() > most_items)
        problem(name, "has more than " + std::to_string(most_items) + " items");
    for (std::size_t at = 0; at < items->size() && at < most_items; ++at) {
        const auto* string = (*items)[at].if_string();
        const std::string where = pointer_to(pointer(name), at);
        if (string == nullptr) {
            problems_.push_back({where, "must be text"});
            continue;
        }
        const std::string_view text(string->data(), string->size());
        if (is_blank(text))
            problems_.push_back({where, "must not be empty"});
        else if (auto fault = text_fault(text, most, false))
            problems_.push_back({where, std::move(*fault)});
        else
            texts.emplace_back(text);
    }
    return texts;
}

std::string JsonFields::one_of(std::string_view name, const std::vector<std::string>& words,
                               Need need) {
    const auto* value = expect(name, need);
    if (value == nullptr || (need == Need::optional && !given(name))) return {};
    if (const auto* text = value->if_string()) {
        for (const auto& word : words)
            if (std::string_view(text->data(), text->size()) == word) return word;
    }
    problem(name, "must be one of " + listed(words));
    return {};
}

}  // namespace werktdoord
