#include "codec/rules_words.hpp"

#include <algorithm>
#include <set>

#include "base/items.hpp"
#include "codec/email_address.hpp"
#include "codec/nearest.hpp"

namespace werktdoord {

void check_key(const Node::Member& member, std::string_view what) {
    const std::string& key = member.key;
    const bool letters = std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!letters || key.empty() || key[0] < 'a' || key.back() == '-')
        member.value.error_at_key("\"" + key + "\" cannot name a " + std::string(what) +
                                  "; use lower-case letters, digits and hyphens, a letter first");
}

std::string read_email(const Node& node) {
    std::string text = node.text();
    if (text.empty() || is_email_address(text)) return text;
    node.error("\"" + text + "\" is no e-mail address");
    return {};
}

std::optional<Absence> read_absence(Node& node) {
    const auto from = node.required("from").day();
    const Node until_node = node.required("until");
    const auto until = until_node.day();
    if (!from || !until) return std::nullopt;
    if (*until < *from) {
        until_node.error("\"until\" is before \"from\"");
        return std::nullopt;
    }
    return Absence{*from, *until};
}

void AbsencesSoFar::add(const Node& node, const Absence& absence) {
    // The last that begins before this one is over: of those that do not overlap it is the nearest.
    const auto next = until_by_from_.upper_bound(absence.until);
    if (next != until_by_from_.begin()) {
        const auto& [from, until] = *std::prev(next);
        if (absence.from <= until)
            node.warning("this absence overlaps the one from " + to_string(from) + " until " +
                         to_string(until));
    }
    until_by_from_.emplace(absence.from, absence.until);
}

Person read_person(Node node, bool may_be_absent) {
    Person person;
    person.name = node.required("name").text();
    person.email = read_email(node.required("email"));
    if (may_be_absent) {
        AbsencesSoFar so_far;
        for (Node entry : node.optional("absent").list()) {
            const auto absence = read_absence(entry);
            entry.finish();
            if (!absence) continue;
            so_far.add(entry, *absence);
            person.absent.push_back(*absence);
        }
    }
    node.finish();
    return person;
}

std::vector<Role> read_roles(const Node& node, const std::vector<Role>& allowed) {
    std::vector<std::string> names;
    for (const Role role : allowed) names.emplace_back(name_of(role));
    std::vector<Role> roles;
    for (const auto& name : read_known(node, "role", names))
        if (const auto role = find_name<Role>(name)) roles.push_back(*role);
    return roles;
}

std::vector<std::string> read_known(const Node& node, std::string_view what,
                                    const std::vector<std::string>& names) {
    return read_known(node.list(), what, names);
}

std::vector<std::string> read_known(const std::vector<Node>& items, std::string_view what,
                                    const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const Node& item : items) {
        const std::string name = item.known(what, names);
        if (name.empty()) continue;
        if (!has(found, name))
            found.push_back(name);
        else
            item.error(std::string(what) + " \"" + name + "\" is given twice");
    }
    return found;
}

std::vector<std::string> wsp_names(const Regions& regions) {
    std::set<std::string> names;
    for (const auto& [key, region] : regions)
        for (const auto& wsp : region.wsps) names.insert(wsp.key.text());
    return {names.begin(), names.end()};
}

}  // namespace werktdoord
