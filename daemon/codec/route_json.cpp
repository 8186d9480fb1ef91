#include "codec/route_json.hpp"

#include <boost/json/value.hpp>

#include "codec/json.hpp"
#include "codec/json_fields.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t route_size_max = 10'000;

std::vector<std::size_t> read_sites(JsonFields& fields) {
    std::vector<std::size_t> sites;
    const auto* items = fields.array("sites", Need::required);
    if (items == nullptr) return sites;
    for (const auto& item : *items) {
        if (const auto* site = item.if_int64(); site != nullptr && *site >= 0)
            sites.push_back(static_cast<std::size_t>(*site));
        else
            fields.problem("sites", "must be a list of indexes");
    }
    return sites;
}

// Calls `read` with the fields of each object in a list.
template <class Read>
void read_objects(JsonFields& fields, std::string_view name, Problems& problems, Read read) {
    const auto* items = fields.array(name, Need::required);
    if (items == nullptr) return;
    for (std::size_t at = 0; at < items->size(); ++at) {
        const std::string where = pointer_to(fields.pointer(name), at);
        if (const auto* object = (*items)[at].if_object())
            read(JsonFields(*object, where, problems));
        else
            problems.push_back({where, "must be an object"});
    }
}

Proposal read_proposal(JsonFields fields) {
    Proposal proposal;
    proposal.region = RegionKey(fields.line("region", route_size_max, Need::required));
    proposal.sites = read_sites(fields);
    for (auto& wsp : fields.lines("wsps", route_size_max, route_size_max))
        proposal.wsps.emplace_back(std::move(wsp));
    for (const auto& name : fields.lines("inform", route_size_max, route_size_max)) {
        if (const auto role = find_name<Role>(name))
            proposal.inform.push_back(*role);
        else
            fields.problem("inform", "must be a list of roles");
    }
    proposal.mode = fields.word<Mode>("mode", Need::required).value_or(proposal.mode);
    return proposal;
}

}  // namespace

void write_proposal(JsonText& out, const Proposal& proposal) {
    out.member("region", proposal.region);
    out.list("sites", proposal.sites);
    out.list("wsps", proposal.wsps);
    out.list("inform", proposal.inform, [&](Role role) { out.value(name_of(role)); });
    out.member("mode", name_of(proposal.mode));
}

void write_route(JsonText& out, const Route& route, RoutePart part) {
    out.open('{');
    out.list("rules", route.rules);
    if (part == RoutePart::all)
        out.list("proposals", route.regions, [&](const Proposal& proposal) {
            out.open('{');
            write_proposal(out, proposal);
            out.close('}');
        });
    out.member("policy", route.policy);
    out.member("lead", route.lead);
    out.list("unplaced", route.unplaced, [&](const UnplacedSite& site) {
        out.open('{');
        out.member("site", site.site);
        out.member("why", site.why);
        out.close('}');
    });
    if (part == RoutePart::all) out.list("signposts", route.signposts);
    out.list("why", route.why);
    out.close('}');
}

std::string route_to_json(const Route& route) {
    JsonText out;
    write_route(out, route, RoutePart::all);
    return out.take();
}

Parsed<Route> route_from_json(std::string_view text) {
    const auto value = parse_json(text);
    if (!value) return value.error();
    const auto* object = value->if_object();
    if (object == nullptr) return Problems{{"", "must be an object"}};
    Problems problems;
    JsonFields fields(*object, {}, problems);
    Route route;
    route.rules = fields.lines("rules", route_size_max, route_size_max);
    read_objects(fields, "proposals", problems, [&](JsonFields proposal) {
        route.regions.push_back(read_proposal(std::move(proposal)));
    });
    route.policy = fields.line("policy", route_size_max);
    route.lead = RegionKey(fields.line("lead", route_size_max));
    read_objects(fields, "unplaced", problems, [&](JsonFields site) {
        const auto index =
            site.integer("site", 0, static_cast<int>(route_size_max), Need::required);
        route.unplaced.push_back(
            {static_cast<std::size_t>(index.value_or(0)), site.text("why", route_size_max)});
    });
    route.signposts = fields.lines("signposts", route_size_max, route_size_max);
    route.why = fields.lines("why", route_size_max, route_size_max);
    if (!problems.empty()) return problems;
    return route;
}

}  // namespace werktdoord
