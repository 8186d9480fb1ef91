#include "codec/rules_regions.hpp"

#include <set>

#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

using Keys = std::set<std::string>;

// People know the name: tells the code of it, for one that is written instead.
bool told_code_of(const Node& item, const Places& places) {
    if (!item.is_scalar()) return false;
    for (const auto& [code, municipality] : places.municipalities())
        if (name_key(municipality.name) == name_key(item.raw())) {
            item.error("expected the code of a municipality: " + municipality.name + " is " +
                       code.text());
            return true;
        }
    return false;
}

std::vector<MunicipalityCode> read_municipalities(const Node& node, const RegionKey& region,
                                                  const Keys& all, const Places& places) {
    std::vector<MunicipalityCode> codes;
    if (node.is_null() || (node.is_list() && node.list().empty()))
        node.error("this list is empty; leave it out for the whole region");
    const std::vector<std::string> names = key_texts(places.municipalities());
    std::vector<Node> items = node.list();
    std::erase_if(items, [&](const Node& item) { return told_code_of(item, places); });
    for (const auto& text : read_known(items, "municipality", names)) codes.emplace_back(text);
    for (const Node& item : items) {
        const Municipality* known =
            item.is_scalar() ? places.find(MunicipalityCode(item.raw())) : nullptr;
        // A region that is not there at all is told where the reference names it.
        if (known != nullptr && known->region != region && all.contains(known->region.text()))
            item.error(known->name + " (" + known->code.text() + ") lies in region \"" +
                       known->region.text() + "\", not here");
    }
    return codes;
}

Wsp read_wsp(const Node::Member& member, const RegionKey& region, const Keys& all,
             const Places& places) {
    check_key(member, "WSP");
    Node node = member.value;
    Wsp wsp;
    wsp.key = WspKey(member.key);
    wsp.name = node.required("name").text();
    wsp.email = read_email(node.required("email"));
    wsp.municipalities = read_municipalities(node.optional("municipalities"), region, all, places);
    node.finish();
    return wsp;
}

void read_inform(Node node, Region& region) {
    for (const Role role : informed_roles)
        if (const Node person = node.optional(name_of(role)))
            region.inform.emplace(role, read_person(person, false));
    node.finish();
}

// `all`: the keys of all regions.
Region read_region(const Node::Member& member, const Keys& all, const Places& places) {
    check_key(member, "region");
    Node node = member.value;
    Region region;
    region.key = RegionKey(member.key);
    region.code = node.required("code").text();
    region.name = node.required("name").text();
    region.contact = read_person(node.required("contact"), true);
    if (const Node backup = node.optional("backup")) {
        region.backup = read_person(backup, true);
        if (!region.contact.email.empty() && region.is_own_backup())
            backup.warning(
                "the contact of \"" + member.key +
                "\" is its own backup, so nobody stands in when it is absent; name somebody else");
    }
    const Node wsps = node.optional("wsps");
    for (const auto& wsp : wsps.entries())
        region.wsps.push_back(read_wsp(wsp, region.key, all, places));
    if (member.value.is_map() && (!wsps || wsps.is_map() || wsps.is_null()) && region.wsps.empty())
        member.value.error_at_key("region \"" + member.key + "\" has no WSP; name one in \"wsps\"");
    read_inform(node.optional("inform"), region);
    node.finish();
    return region;
}

}  // namespace

Regions read_regions(Node root, const Places& places) {
    Regions regions;
    std::map<std::string, std::string> codes;
    const Node all = root.required("regions");
    Keys keys;
    for (const auto& member : all.entries()) keys.insert(member.key);
    for (const auto& member : all.entries()) {
        Region region = read_region(member, keys, places);
        const auto [first, is_new] = codes.emplace(region.code, member.key);
        if (!is_new && !region.code.empty())
            Node(member.value)
                .required("code")
                .error("the code " + region.code + " is that of \"" + first->second + "\"");
        const RegionKey key = region.key;
        regions.emplace(key, std::move(region));
    }
    if (all && regions.empty() && (all.is_map() || all.is_null()))
        all.error("there must be at least one region");
    root.finish();
    return regions;
}

}  // namespace werktdoord
