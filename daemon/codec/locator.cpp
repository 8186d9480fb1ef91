#include "codec/locator.hpp"

#include <algorithm>

namespace werktdoord {

namespace {

const YamlValue::Member* member_of(const YamlValue& map, std::string_view key) {
    const auto found = std::find_if(map.members.begin(), map.members.end(),
                                    [key](const auto& member) { return member.key == key; });
    return found == map.members.end() ? nullptr : &*found;
}

bool says(const YamlValue& item, std::string_view text, std::string_view member) {
    if (member.empty()) return item.text == text;
    const YamlValue::Member* found = member_of(item, member);
    return found != nullptr && found->value.text == text;
}

}  // namespace

Locator::Found Locator::find(const std::string& file, const Path& path) const {
    const auto document = documents_.find(file);
    if (document == documents_.end()) return {};
    const YamlValue* value = &document->second->root();
    std::size_t key = value->position;
    for (const PathStep& step : path) {
        if (const auto* member = member_of(*value, step.key)) {
            key = member->position;
            value = &member->value;
        } else if (step.key.empty() && step.index < value->items.size()) {
            value = &value->items[step.index];
            key = value->position;
        } else {
            return {value, key, false};
        }
    }
    return {value, key, true};
}

std::string Locator::place(const std::string& file, std::size_t position) const {
    const auto document = documents_.find(file);
    if (document == documents_.end()) return where_of((folder_ / file).string(), {});
    return document->second->where(position);
}

std::string Locator::where(const std::string& file, const Path& path) const {
    const Found found = find(file, path);
    return place(file, found.value == nullptr ? 0 : found.value->position);
}

std::string Locator::where_key(const std::string& file, const Path& path) const {
    return place(file, find(file, path).key);
}

std::size_t Locator::index_of(const std::string& file, const Path& list, std::string_view text,
                              std::string_view member) const {
    const Found found = find(file, list);
    if (!found.whole) return 0;
    const auto& items = found.value->items;
    for (std::size_t i = items.size(); i > 0; --i)
        if (says(items[i - 1], text, member)) return i - 1;
    return 0;
}

}  // namespace werktdoord
