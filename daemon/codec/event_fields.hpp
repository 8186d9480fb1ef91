// Which field of an event, or of its route, holds a member: one table, for those that write events
// and for those that read them.
#pragma once

#include <array>
#include <utility>
#include <variant>

#include "core/catalogue.hpp"
#include "core/event.hpp"

namespace werktdoord {

template <class Owner, class... Types>
using FieldOf = std::variant<std::monostate, Types Owner::*...>;

using EventField =
    FieldOf<Event, bool, std::string, std::int64_t, std::optional<bool>, std::optional<int>,
            std::optional<Instant>, std::optional<Kind>, std::optional<ClockName>,
            std::optional<MailKind>, std::optional<AlertStep>, std::optional<RegionKey>,
            std::optional<WspKey>, std::optional<RequestNumber>, std::vector<std::string>,
            std::vector<Role>, std::vector<WspKey>, std::vector<RegionKey>, std::vector<Recipient>>;

using RouteField =
    FieldOf<Route, std::string, RegionKey, std::vector<std::string>, std::vector<UnplacedSite>>;

// By the number of the member, as each member of each line asks.
template <class Field>
using FieldTable = std::array<Field, member_count>;

template <class Field, std::size_t Size>
constexpr FieldTable<Field> field_table(const std::pair<Member, Field> (&fields)[Size]) {
    FieldTable<Field> table;
    for (const auto& [member, field] : fields) table[static_cast<std::size_t>(member)] = field;
    return table;
}

// `recipient` and `mode` are no field: the first of the recipients, what the regions say.
inline constexpr FieldTable<EventField> event_fields = field_table<EventField>({
    {Member::region, &Event::region},
    {Member::by, &Event::by},
    {Member::happened_at, &Event::happened_at},
    {Member::link, &Event::link},
    {Member::owner, &Event::owner},
    {Member::to, &Event::to},
    {Member::wsp, &Event::wsp},
    {Member::wsps, &Event::wsps},
    {Member::inform, &Event::inform},
    {Member::regions, &Event::regions},
    {Member::suggests, &Event::suggests},
    {Member::with, &Event::with},
    {Member::of, &Event::of},
    {Member::recipients, &Event::recipients},
    {Member::source, &Event::source},
    {Member::kind, &Event::kind},
    {Member::headcount, &Event::headcount},
    {Member::sector, &Event::sector},
    {Member::themes, &Event::themes},
    {Member::outcome, &Event::outcome},
    {Member::filled, &Event::filled},
    {Member::heard, &Event::heard},
    {Member::form, &Event::form},
    {Member::reason, &Event::reason},
    {Member::reason_text, &Event::reason},
    {Member::clock, &Event::clock},
    {Member::start, &Event::start},
    {Member::warn, &Event::warn},
    {Member::due, &Event::due},
    {Member::old_warn, &Event::old_warn},
    {Member::old_due, &Event::old_due},
    {Member::late, &Event::late},
    {Member::step, &Event::step},
    {Member::send, &Event::send},
    {Member::skipped, &Event::skipped},
    {Member::mail_kind, &Event::mail_kind},
    {Member::mail, &Event::mail},
    {Member::together, &Event::together},
    {Member::rejected, &Event::rejected},
    {Member::not_before, &Event::not_before},
    {Member::rules_hash, &Event::rules_hash},
    {Member::version, &Event::version},
    {Member::note, &Event::note},
    {Member::story, &Event::story},
    {Member::data, &Event::data},
    {Member::problems, &Event::problems},
});

inline constexpr FieldTable<RouteField> route_fields = field_table<RouteField>({
    {Member::rules, &Route::rules},
    {Member::policy, &Route::policy},
    {Member::lead, &Route::lead},
    {Member::unplaced, &Route::unplaced},
    {Member::signposts, &Route::signposts},
    {Member::why, &Route::why},
});

// What `use` makes of the member's field of `owner`; an empty value where the table has none.
template <class Field, class Owner, class Use>
auto at_field(const FieldTable<Field>& table, Member member, Owner& owner, Use use) {
    using Made = std::invoke_result_t<Use, std::string&>;
    const auto used = [&](auto field) -> Made {
        if constexpr (std::is_same_v<decltype(field), std::monostate>)
            return Made{};
        else
            return use(owner.*field);
    };
    return std::visit(used, table[static_cast<std::size_t>(member)]);
}

// Whether the member is kept in the route of an event.
constexpr bool is_of_route(Member member) {
    return route_fields[static_cast<std::size_t>(member)].index() != 0;
}

}  // namespace werktdoord
