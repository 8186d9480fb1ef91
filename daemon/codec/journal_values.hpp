// Values of the journal from JSON: put() is false for what the journal does not write.
#pragma once

#include <boost/json/value.hpp>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/key.hpp"
#include "core/role.hpp"
#include "core/routing.hpp"

namespace werktdoord {

inline bool put(const boost::json::value& value, std::string& text) {
    if (!value.is_string()) return false;
    text = value.get_string();
    return true;
}

inline bool put(const boost::json::value& value, Instant& instant) {
    if (!value.is_string()) return false;
    const auto read = parse_rfc3339(value.get_string());
    if (read) instant = *read;
    return read.has_value();
}

inline bool put(const boost::json::value& value, bool& truth) {
    if (!value.is_bool()) return false;
    truth = value.get_bool();
    return true;
}

inline bool put(const boost::json::value& value, std::int64_t& number) {
    if (!value.is_int64()) return false;
    number = value.get_int64();
    return true;
}

inline bool put(const boost::json::value& value, int& number) {
    if (!value.is_int64() || value.get_int64() > std::numeric_limits<int>::max()) return false;
    number = static_cast<int>(value.get_int64());
    return true;
}

template <class Tag>
bool put(const boost::json::value& value, Key<Tag>& key) {
    std::string text;
    if (!put(value, text)) return false;
    key = Key<Tag>(std::move(text));
    return true;
}

template <class Enum>
requires std::is_enum_v<Enum>
bool put(const boost::json::value& value, Enum& named) {
    if (!value.is_string()) return false;
    const auto found = find_name<Enum>(value.get_string());
    if (found) named = *found;
    return found.has_value();
}

inline bool put(const boost::json::value& value, Recipient& recipient) {
    const auto* object = value.if_object();
    if (object == nullptr) return false;
    const auto* role = object->if_contains("role");
    const auto* key = object->if_contains("key");
    return role != nullptr && key != nullptr && put(*role, recipient.role) &&
           put(*key, recipient.key);
}

inline bool put(const boost::json::value& value, UnplacedSite& site) {
    const auto* object = value.if_object();
    if (object == nullptr) return false;
    const auto* index = object->if_contains("site");
    const auto* why = object->if_contains("why");
    std::int64_t at = 0;
    if (index == nullptr || why == nullptr || !put(*index, at) || at < 0) return false;
    site.site = static_cast<std::size_t>(at);
    return put(*why, site.why);
}

template <class T>
bool put(const boost::json::value& value, std::optional<T>& maybe) {
    return put(value, maybe.emplace());
}

template <class T>
bool put(const boost::json::value& value, std::vector<T>& items) {
    const auto* array = value.if_array();
    if (array == nullptr) return false;
    for (const auto& item : *array)
        if (!put(item, items.emplace_back())) return false;
    return true;
}

}  // namespace werktdoord
