#include "cli/route_line.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <set>

#include "codec/json.hpp"
#include "codec/json_write.hpp"
#include "codec/route_json.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

boost::json::object contact_object(const RegionKey& region, const Recipient& contact) {
    return {{"region", region.text()},
            {"role", name_of(contact.role)},
            {"key", contact.key},
            {"name", contact.name},
            {"email", contact.address}};
}

}  // namespace

std::string route_line(const RequestData& data, const RuleSet& rules, Instant now) {
    const Route route = werktdoord::route(data, rules, now);
    boost::json::object line = parse_json(route_to_json(route)).value().as_object();
    boost::json::array regions, contacts, wsps;
    std::set<std::string> asked;
    for (const Proposal& proposal : route.regions) {
        regions.emplace_back(proposal.region.text());
        for (const WspKey& wsp : proposal.wsps) asked.insert(wsp.text());
        for (const Recipient& contact : contact_recipients(proposal.region, rules, now))
            contacts.push_back(contact_object(proposal.region, contact));
    }
    for (const std::string& wsp : asked) wsps.emplace_back(wsp);
    line["regions"] = std::move(regions);
    line["contacts"] = std::move(contacts);
    line["wsps"] = std::move(wsps);
    line["mode"] = name_of(route.mode());
    if (route.lead.empty()) line.erase("lead");
    if (route.regions.empty()) line["unroutable"] = true;
    return to_json(line);
}

}  // namespace werktdoord
