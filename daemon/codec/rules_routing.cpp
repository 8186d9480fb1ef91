#include "codec/rules_routing.hpp"

#include <algorithm>
#include <set>

#include "base/items.hpp"
#include "codec/nearest.hpp"
#include "codec/rules_matcher.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

constexpr std::string_view region_of_site = "region_of_site";

void read_to(const Node& node, const Regions& regions, Refer& refer) {
    std::vector<std::string> names = key_texts(regions);
    refer.region_of_site = false;
    if (node.is_list()) {
        for (const auto& name : read_known(node, "region", names)) refer.regions.emplace_back(name);
        if (node.list().empty()) node.error("this list is empty");
        return;
    }
    if (node.is_scalar() && node.raw() == region_of_site) {
        refer.region_of_site = true;
        return;
    }
    if (!names.empty()) names.emplace_back(region_of_site);
    const std::string name = node.known("region", names);
    if (!name.empty()) refer.regions.emplace_back(name);
}

// WSPs of the regions that the rule names; of any region where it goes by the site.
std::vector<WspKey> read_wsps(const Node& node, const Regions& regions, const Refer& refer) {
    std::vector<WspKey> wsps;
    const std::vector<std::string> names = wsp_names(regions);
    for (const Node& item : node.list()) {
        const std::string name = item.known("WSP", names);
        if (name.empty()) continue;
        const WspKey wsp(name);
        const bool fits =
            refer.regions.empty() || regions.empty() ||
            std::any_of(refer.regions.begin(), refer.regions.end(), [&](const RegionKey& key) {
                return find_wsp(regions, key, wsp) != nullptr;
            });
        if (!fits) item.error("WSP \"" + name + "\" is in none of the regions of \"to\"");
        if (has(wsps, wsp)) item.error("WSP \"" + name + "\" is given twice");
        wsps.push_back(wsp);
    }
    return wsps;
}

Refer read_refer(Node node, const Regions& regions) {
    Refer refer;
    if (const Node to = node.required("to")) read_to(to, regions, refer);
    if (const auto mode = node.optional("mode").one_of<Mode>()) refer.mode = *mode;
    refer.wsps = read_wsps(node.optional("wsps"), regions, refer);
    refer.inform =
        read_roles(node.optional("inform"), {informed_roles.begin(), informed_roles.end()});
    node.finish();
    return refer;
}

Rule read_rule(Node node, const RoutingNames& names) {
    Rule rule;
    rule.name = node.required("name").text();
    rule.when = read_matcher(node.optional("when"), names.regions, names.places);
    if (const Node refer = node.optional("refer")) rule.refer = read_refer(refer, names.regions);
    const Node deadlines = node.optional("deadlines");
    if (deadlines) rule.deadlines = deadlines.known("policy", names.policies);
    rule.go_on = node.optional("continue").boolean().value_or(false);
    node.finish();
    if (!rule.refer && !deadlines && node.is_map())
        node.error("this rule does nothing; give it \"refer\" or \"deadlines\"");
    else if (!rule.refer && !rule.go_on && node.is_map())
        node.warning("this rule decides without a region: what it matches is unroutable");
    return rule;
}

// Also `when: {}`; one that could not be read is not taken for it.
bool decides_everything(Node item, const Rule& rule) {
    const Node when = item.optional("when");
    return !rule.go_on && item.is_map() && (!when || (when.is_map() && when.entries().empty()));
}

}  // namespace

std::vector<Rule> read_routing(Node root, const RoutingNames& names) {
    std::vector<Rule> rules;
    std::set<std::string> seen;
    std::string decides_all;  // the rule behind which none is tried
    bool told = false;        // of the first one behind it
    const Node list = root.required("rules");
    for (Node item : list.list()) {
        Rule rule = read_rule(item, names);
        const bool is_new = seen.insert(rule.name).second;
        if (!is_new && !rule.name.empty())
            item.required("name").error("a rule \"" + rule.name + "\" stands above");
        if (!decides_all.empty() && !told)
            item.error("this rule is never tried: rule \"" + decides_all +
                       "\" above decides everything");
        told = !decides_all.empty();
        if (!told && decides_everything(item, rule)) decides_all = rule.name;
        rules.push_back(std::move(rule));
    }
    if (list && rules.empty() && (list.is_list() || list.is_null()))
        list.error("there must be at least one rule");
    root.finish();
    return rules;
}

}  // namespace werktdoord
