#include "codec/rules_roster.hpp"

#include <algorithm>

#include "base/items.hpp"
#include "codec/rules_calendar.hpp"
#include "codec/rules_words.hpp"
#include "core/actors.hpp"

namespace werktdoord {

namespace {

// What else `by` of an event can say.
bool is_reserved(const std::string& key) {
    const auto role = find_name<Role>(key);
    return key == "rules" || (role && has(actors_outside, *role));
}

void read_team(const Node& node, Roster& roster) {
    for (const auto& member : node.entries()) {
        if (is_reserved(member.key))
            member.value.error_at_key("\"" + member.key +
                                      "\" means somebody else; give the member another key");
        else
            check_key(member, "member");
        const Person person = read_person(member.value, false);
        const MemberKey key(member.key);
        roster.team.emplace(key, TeamMember{key, person.name, person.email});
    }
    if (node && roster.team.empty() && (node.is_map() || node.is_null()))
        node.error("there must be at least one member");
}

class RosterReader {
public:
    explicit RosterReader(Roster& roster) : roster_(roster), names_(key_texts(roster.team)) {}

    std::optional<MemberKey> member(const Node& node) const {
        const std::string name = node.known("member", names_);
        if (name.empty()) return std::nullopt;
        return MemberKey(name);
    }

    void week(Node node) {
        for (std::size_t day = 0; day < weekday_names.size(); ++day)
            roster_.week[day] = member(node.optional(weekday_names[day]));
        node.finish();
    }

    void overrides(const Node& node) {
        for (Node item : node.list()) {
            const Node date = item.required("date");
            const auto day = date.day();
            const auto who = member(item.required("on_duty"));
            item.finish();
            if (day && who && !roster_.overrides.emplace(*day, *who).second)
                date.error(to_string(*day) + " is given twice");
        }
    }

    void absent(const Node& node) {
        std::map<MemberKey, AbsencesSoFar> so_far;
        for (Node item : node.list()) {
            const auto who = member(item.required("who"));
            const auto when = read_absence(item);
            item.finish();
            if (!who || !when) continue;
            so_far[*who].add(item, *when);
            roster_.absent.push_back({*who, *when});
        }
    }

    void stand_in(const Node& node) {
        for (const auto& name : read_known(node, "member", names_))
            roster_.stand_in.emplace_back(name);
    }

private:
    Roster& roster_;
    std::vector<std::string> names_;
};

}  // namespace

Roster read_roster(Node root) {
    Roster roster;
    read_team(root.required("team"), roster);
    RosterReader reader(roster);
    if (const auto coordinator = reader.member(root.required("coordinator")))
        roster.coordinator = *coordinator;
    reader.week(root.optional("week"));
    reader.overrides(root.optional("overrides"));
    reader.absent(root.optional("absent"));
    reader.stand_in(root.optional("stand_in"));
    root.finish();
    return roster;
}

}  // namespace werktdoord
