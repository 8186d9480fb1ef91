#include "codec/event_values.hpp"

namespace werktdoord {

namespace {

MemberValue text_value(std::string_view value) {
    if (value.empty()) return {};
    return value;
}

template <class Tag>
MemberValue key(const std::optional<Key<Tag>>& value) {
    if (!value) return {};
    return text_value(value->text());
}

template <class Enum>
MemberValue word_value(const std::optional<Enum>& value) {
    if (!value) return {};
    return name_of(*value);
}

MemberValue number_value(const std::optional<int>& value) {
    if (!value) return {};
    return std::int64_t{*value};
}

MemberValue instant(const std::optional<Instant>& value) {
    if (!value) return {};
    return *value;
}

template <class Items, class View>
MemberValue list_value(const Items& items, View view) {
    if (items.empty()) return {};
    std::vector<std::string_view> texts;
    for (const auto& item : items) texts.push_back(view(item));
    return texts;
}

constexpr auto text_of_key = [](const auto& item) -> std::string_view { return item.text(); };
constexpr auto plain_text = [](const auto& item) -> std::string_view { return item; };

MemberValue regions_of(const Event& event) {
    const bool routed = event.name == EventName::request_routed && event.route;
    if (!routed) return list_value(event.regions, text_of_key);
    return list_value(event.route->regions,
                      [](const Proposal& p) -> std::string_view { return p.region.text(); });
}

MemberValue route_value(const Event& event, Member member) {
    if (!event.route) return {};
    const Route& route = *event.route;
    switch (member) {
        case Member::rules:
            return list_value(route.rules, plain_text);
        case Member::mode:
            if (route.regions.empty()) return {};
            return name_of(route.mode());
        case Member::policy:
            return text_value(route.policy);
        case Member::lead:
            return text_value(route.lead.text());
        case Member::signposts:
            return list_value(route.signposts, plain_text);
        case Member::why:
            return list_value(route.why, plain_text);
        case Member::unplaced:
            if (route.unplaced.empty()) return {};
            return std::span<const UnplacedSite>(route.unplaced);
        default:
            return {};
    }
}

MemberValue clock_value(const Event& event, Member member) {
    switch (member) {
        case Member::clock:
            return word_value(event.clock);
        case Member::start:
            return instant(event.start);
        case Member::warn:
            return instant(event.warn);
        case Member::due:
            return instant(event.due);
        case Member::old_warn:
            return instant(event.old_warn);
        case Member::old_due:
            return instant(event.old_due);
        case Member::late:
            if (!event.late) return {};
            return true;
        case Member::step:
            return text_value(event.step);
        case Member::send:
            return number_value(event.send);
        case Member::skipped:
            return number_value(event.skipped);
        default:
            return route_value(event, member);
    }
}

MemberValue mail_value(const Event& event, Member member) {
    switch (member) {
        case Member::recipients:
            if (event.recipients.empty()) return {};
            return std::span<const Recipient>(event.recipients);
        case Member::recipient:
            if (event.recipients.empty()) return {};
            return &event.recipients.front();
        case Member::template_name:
            return text_value(event.template_name);
        case Member::mail:
            if (event.mail == 0) return {};
            return event.mail;
        case Member::together:
            if (event.together == 0) return {};
            return event.together;
        case Member::rejected:
            if (event.rejected == 0) return {};
            return event.rejected;
        case Member::not_before:
            if (event.letter) return instant(event.letter->not_before);
            return instant(event.not_before);
        case Member::rules_hash:
            return text_value(event.rules_hash);
        case Member::version:
            return text_value(event.version);
        case Member::note:
            return text_value(event.note);
        case Member::story:
            return text_value(event.story);
        case Member::data:
            return text_value(event.data);
        case Member::problems:
            return text_value(event.problems);
        default:
            return clock_value(event, member);
    }
}

}  // namespace

MemberValue value_of(const Event& event, Member member) {
    switch (member) {
        case Member::region:
            return key(event.region);
        case Member::by:
            return text_value(event.by);
        case Member::happened_at:
            return instant(event.happened_at);
        case Member::link:
            return text_value(event.link);
        case Member::owner:
            return text_value(event.owner);
        case Member::to:
            return text_value(event.to);
        case Member::wsp:
            return key(event.wsp);
        case Member::wsps:
            return list_value(event.wsps, text_of_key);
        case Member::inform:
            return list_value(event.inform, [](Role role) { return name_of(role); });
        case Member::regions:
            return regions_of(event);
        case Member::suggests:
            return list_value(event.suggests, text_of_key);
        case Member::with:
            return key(event.with);
        case Member::of:
            return key(event.of);
        case Member::source:
            return text_value(event.source);
        case Member::kind:
            return word_value(event.kind);
        case Member::headcount:
            return number_value(event.headcount);
        case Member::sector:
            return text_value(event.sector);
        case Member::themes:
            return list_value(event.themes, plain_text);
        case Member::outcome:
            return text_value(event.outcome);
        case Member::filled:
            return number_value(event.filled);
        case Member::heard:
            if (!event.heard) return {};
            return *event.heard;
        case Member::form:
            return text_value(event.form);
        case Member::reason:
        case Member::reason_text:
            return text_value(event.reason);
        default:
            return mail_value(event, member);
    }
}

}  // namespace werktdoord
