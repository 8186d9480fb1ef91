#include "codec/event_values.hpp"

namespace werktdoord {

namespace {

MemberValue text(std::string_view value) {
    if (value.empty()) return {};
    return value;
}

template <class Tag>
MemberValue key(const std::optional<Key<Tag>>& value) {
    if (!value) return {};
    return text(value->text());
}

template <class Enum>
MemberValue word(const std::optional<Enum>& value) {
    if (!value) return {};
    return name_of(*value);
}

MemberValue number(const std::optional<int>& value) {
    if (!value) return {};
    return std::int64_t{*value};
}

MemberValue instant(const std::optional<Instant>& value) {
    if (!value) return {};
    return *value;
}

template <class Items, class View>
MemberValue list(const Items& items, View view) {
    if (items.empty()) return {};
    std::vector<std::string_view> texts;
    for (const auto& item : items) texts.push_back(view(item));
    return texts;
}

constexpr auto key_text = [](const auto& item) -> std::string_view { return item.text(); };
constexpr auto plain_text = [](const auto& item) -> std::string_view { return item; };

MemberValue regions_of(const Event& event) {
    const bool routed = event.name == EventName::request_routed && event.route;
    if (!routed) return list(event.regions, key_text);
    return list(event.route->regions,
                [](const Proposal& p) -> std::string_view { return p.region.text(); });
}

MemberValue route_value(const Event& event, Member member) {
    if (!event.route) return {};
    const Route& route = *event.route;
    switch (member) {
        case Member::rules:
            return list(route.rules, plain_text);
        case Member::mode:
            if (route.regions.empty()) return {};
            return name_of(route.mode());
        case Member::policy:
            return text(route.policy);
        case Member::lead:
            return text(route.lead.text());
        case Member::signposts:
            return list(route.signposts, plain_text);
        case Member::why:
            return list(route.why, plain_text);
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
            return word(event.clock);
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
            return text(event.step);
        case Member::send:
            return number(event.send);
        case Member::skipped:
            return number(event.skipped);
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
            return text(event.template_name);
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
            return text(event.rules_hash);
        case Member::version:
            return text(event.version);
        case Member::note:
            return text(event.note);
        case Member::story:
            return text(event.story);
        case Member::data:
            return text(event.data);
        case Member::problems:
            return text(event.problems);
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
            return text(event.by);
        case Member::happened_at:
            return instant(event.happened_at);
        case Member::link:
            return text(event.link);
        case Member::owner:
            return text(event.owner);
        case Member::to:
            return text(event.to);
        case Member::wsp:
            return key(event.wsp);
        case Member::wsps:
            return list(event.wsps, key_text);
        case Member::inform:
            return list(event.inform, [](Role role) { return name_of(role); });
        case Member::regions:
            return regions_of(event);
        case Member::suggests:
            return list(event.suggests, key_text);
        case Member::with:
            return key(event.with);
        case Member::of:
            return key(event.of);
        case Member::source:
            return text(event.source);
        case Member::kind:
            return word(event.kind);
        case Member::headcount:
            return number(event.headcount);
        case Member::sector:
            return text(event.sector);
        case Member::themes:
            return list(event.themes, plain_text);
        case Member::outcome:
            return text(event.outcome);
        case Member::filled:
            return number(event.filled);
        case Member::heard:
            if (!event.heard) return {};
            return *event.heard;
        case Member::form:
            return text(event.form);
        case Member::reason:
        case Member::reason_text:
            return text(event.reason);
        default:
            return mail_value(event, member);
    }
}

}  // namespace werktdoord
