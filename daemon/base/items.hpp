// What lists are asked all over: whether an item is in them, and to take one that is not.
#pragma once

#include <algorithm>
#include <utility>

namespace werktdoord {

template <class Items, class Item>
bool has(const Items& items, const Item& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

template <class Items>
void add_once(Items& items, typename Items::value_type item) {
    if (!has(items, item)) items.push_back(std::move(item));
}

}  // namespace werktdoord
