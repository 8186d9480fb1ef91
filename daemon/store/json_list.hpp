// Short lists kept in one column as JSON arrays.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/key.hpp"

namespace werktdoord {

std::string to_list_text(const std::vector<std::string>& items);
std::string to_list_text(const std::vector<std::size_t>& items);

// Throw StoreFault for a text that is not such a list; where told, it names the request of the row.
std::vector<std::string> read_texts(std::string_view text,
                                    const std::optional<RequestNumber>& of = {});
std::vector<std::size_t> read_indexes(std::string_view text);

template <class Tag>
std::string to_list_text(const std::vector<Key<Tag>>& keys) {
    std::vector<std::string> texts;
    for (const auto& key : keys) texts.push_back(key.text());
    return to_list_text(texts);
}

template <class KeyType>
std::vector<KeyType> read_keys(std::string_view text, const std::optional<RequestNumber>& of = {}) {
    std::vector<KeyType> keys;
    for (std::string& key : read_texts(text, of)) keys.emplace_back(std::move(key));
    return keys;
}

}  // namespace werktdoord
