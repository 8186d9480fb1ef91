// What lists are asked all over: whether an item is in them, and to take one that is not.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace werktdoord {

template <class Items, class Item>
bool has(const Items& items, const Item& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

// Whether the text is one of a few words.
inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return has(words, text);
}

template <class Items>
void add_once(Items& items, typename Items::value_type item) {
    if (!has(items, item)) items.push_back(std::move(item));
}

}  // namespace werktdoord
