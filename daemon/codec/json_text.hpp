// JSON written straight as text, member by member: no values are built first.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/instant.hpp"
#include "base/key.hpp"

namespace werktdoord {

// Sets the commas. The caller closes what it opens, and names what stands in an object.
// REQUIRES: texts are valid UTF-8.
class JsonText {
public:
    JsonText() { text_.reserve(1024); }

    void open(char bracket);
    void close(char bracket) { text_ += bracket; }
    void name(std::string_view name);  // needs no escaping

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(Instant instant);
    void value(bool truth);
    template <std::integral Number>
    void value(Number number) {
        integer(static_cast<std::int64_t>(number));
    }
    template <class Tag>
    void value(const Key<Tag>& key) {
        value(std::string_view(key.text()));
    }
    // `json` is JSON already.
    void raw(std::string_view json);

    template <class Value>
    void member(std::string_view its_name, const Value& its_value) {
        name(its_name);
        value(its_value);
    }
    // Left out when there is nothing to say.
    template <class Value>
    void maybe(std::string_view its_name, const std::optional<Value>& its_value) {
        if (its_value) member(its_name, *its_value);
    }
    void maybe(std::string_view its_name, const std::string& text) {
        if (!text.empty()) member(its_name, text);
    }
    // `write` writes one item.
    template <class Items, class Write>
    void list(std::string_view its_name, const Items& items, Write write) {
        name(its_name);
        open('[');
        for (const auto& item : items) write(item);
        close(']');
    }
    template <class Items>
    void list(std::string_view its_name, const Items& items) {
        list(its_name, items, [this](const auto& item) { this->value(item); });
    }

    std::string take() { return std::move(text_); }

private:
    void separate();
    void integer(std::int64_t number);

    std::string text_;
};

}  // namespace werktdoord
