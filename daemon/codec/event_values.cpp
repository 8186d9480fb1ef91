#include "codec/event_values.hpp"

#include "codec/event_fields.hpp"

namespace werktdoord {

namespace {

MemberValue member_value(std::string_view text) {
    if (text.empty()) return {};
    return text;
}

MemberValue member_value(const std::string& text) {
    return member_value(std::string_view(text));
}

template <class Tag>
MemberValue member_value(const Key<Tag>& key) {
    return member_value(key.text());
}

template <class Enum>
requires std::is_enum_v<Enum> MemberValue member_value(Enum named) {
    return name_of(named);
}

MemberValue member_value(std::int64_t number) {
    if (number == 0) return {};
    return number;
}

MemberValue member_value(bool truth) {
    if (!truth) return {};
    return true;
}

// Zero and "no" are values where there may be none.
MemberValue member_value(const std::optional<int>& number) {
    if (!number) return {};
    return std::int64_t{*number};
}

MemberValue member_value(const std::optional<bool>& truth) {
    if (!truth) return {};
    return *truth;
}

MemberValue member_value(const std::optional<Instant>& instant) {
    if (!instant) return {};
    return *instant;
}

template <class Value>
MemberValue member_value(const std::optional<Value>& value) {
    if (!value) return {};
    return member_value(*value);
}

std::string_view text_of_item(const std::string& text) {
    return text;
}

std::string_view text_of_item(Role role) {
    return name_of(role);
}

std::string_view text_of_item(const Proposal& proposal) {
    return proposal.region.text();
}

template <class Tag>
std::string_view text_of_item(const Key<Tag>& key) {
    return key.text();
}

template <class Item>
MemberValue member_value(const std::vector<Item>& items) {
    if (items.empty()) return {};
    std::vector<std::string_view> texts;
    for (const Item& item : items) texts.push_back(text_of_item(item));
    return texts;
}

MemberValue member_value(const std::vector<Recipient>& recipients) {
    if (recipients.empty()) return {};
    return std::span(recipients);
}

MemberValue member_value(const std::vector<UnplacedSite>& sites) {
    if (sites.empty()) return {};
    return std::span(sites);
}

constexpr auto plain_value = [](const auto& field) { return member_value(field); };

}  // namespace

MemberValue value_of(const Event& event, Member member) {
    const Route* const route = event.route.get();
    if (is_of_route(member))
        return route == nullptr ? MemberValue()
                                : at_field(route_fields, member, *route, plain_value);
    if (member == Member::mode && route != nullptr && !route->regions.empty())
        return name_of(route->mode());
    if (member == Member::regions && event.name == EventName::request_routed && route != nullptr)
        return member_value(route->regions);
    if (member == Member::not_before && event.letter) return member_value(event.letter->not_before);
    if (member == Member::recipient && !event.recipients.empty()) return &event.recipients.front();
    return at_field(event_fields, member, event, plain_value);
}

}  // namespace werktdoord
