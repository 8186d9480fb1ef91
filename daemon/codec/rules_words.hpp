// What the readers of several rules files share: keys, people, roles, lists of names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/key.hpp"
#include "codec/yaml_node.hpp"
#include "core/regions.hpp"
#include "core/role.hpp"

namespace werktdoord {

// Lower-case letters, digits and hyphens, beginning with a letter: how regions, WSPs, members,
// policies and signposts are named. An error at the key where it is not so.
void check_key(const Node::Member& member, std::string_view what);

// A text that is an e-mail address; an error where it is not.
std::string read_email(const Node& node);

// `{ name, email }`, and `absent` where `may_be_absent`.
Person read_person(Node node, bool may_be_absent);

// `from` and `until` of an absence, until not before from. Nothing after an error.
std::optional<Absence> read_absence(Node& node);

// The absences of one person so far. A warning where the next one shares a day with one of them:
// one of the two is a slip.
class AbsencesSoFar {
public:
    void add(const Node& node, const Absence& absence);

private:
    std::map<LocalDay, LocalDay> until_by_from_;
};

// A list of roles out of `allowed`; an error for another one and for one given twice.
std::vector<Role> read_roles(const Node& node, const std::vector<Role>& allowed);

// A list of names out of `names` (see Node::known); an error for one given twice.
std::vector<std::string> read_known(const Node& node, std::string_view what,
                                    const std::vector<std::string>& names);
std::vector<std::string> read_known(const std::vector<Node>& items, std::string_view what,
                                    const std::vector<std::string>& names);

template <class Map>
std::vector<std::string> key_texts(const Map& map) {
    std::vector<std::string> texts;
    for (const auto& entry : map) texts.push_back(entry.first.text());
    return texts;
}

// The keys of all WSPs of all regions, each once.
std::vector<std::string> wsp_names(const Regions& regions);

}  // namespace werktdoord
